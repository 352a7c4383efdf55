import { reasonOf } from '../assembly/mistakes-text';
import { type Issue, type IssueTexts, issueTexts } from '../base/errors';
import type { SynthSummary } from './synth-summary';

/** Version of the JSON of a synth; it increases when fields are removed or change their meaning. */
export const SYNTH_VERSION = 1;

/** Machine-readable mistake. */
export interface MistakeJson extends IssueTexts {
  /** Identifier of the rule. */
  readonly rule: string;
  /** Reason of the rule. */
  readonly why?: string;
}

/** Machine-readable result of a synth or a check. */
export interface SynthJson
  extends Partial<Omit<SynthSummary, 'userData' | 'secrets' | 'expiries'>> {
  /** Version of this form. */
  readonly version: typeof SYNTH_VERSION;
  /** Mistakes of the fleet; if there are any, nothing was written. */
  readonly mistakes: readonly MistakeJson[];
}

/** Result of a synth without mistakes. */
export function synthJson(summary: SynthSummary): SynthJson {
  const { clusters, objects, written, unchanged, removed, seconds } = summary;
  const version = SYNTH_VERSION;
  return { version, clusters, objects, written, unchanged, removed, seconds, mistakes: [] };
}

/** Result of a synth with mistakes. */
export function mistakesJson(issues: readonly Issue[]): SynthJson {
  return { version: SYNTH_VERSION, mistakes: issues.map(mistake) };
}

function mistake(issue: Issue): MistakeJson {
  const why = reasonOf(issue.rule);
  return { ...issueTexts(issue), rule: issue.rule, ...(why === undefined ? {} : { why }) };
}
