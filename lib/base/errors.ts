import { type Fix, fixText } from './fix';
import { shownTexts } from './masking/shown';

export { Described } from './masking/described';

/** A mistake of the user, with the four facts that it takes to mend it. */
export interface Issue {
  /** Construct path that the user built, such as `mothership/prod-eu/workers`. */
  readonly path: string;
  /** Prop that the user typed, such as `autoscale.minSize`. */
  readonly prop: string;
  /** Value found there. Left out when the prop is missing altogether. */
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed: string;
  /** What to type instead: one change as data, or a sentence. `fixText` makes the sentence of either. */
  readonly fix: Fix;
  /** Identifier of the rule that found it, as in `docs/rules.md`. */
  readonly rule: string;
}

/** Texts of an issue as they are printed, without anything that could be secret. */
export type IssueTexts = Record<'path' | 'prop' | 'allowed' | 'fix', string> & {
  readonly given?: string;
};

/** Writes an issue in the three lines that every error of this library has. */
export function formatIssue(issue: Issue): string {
  const { path, prop, given, allowed, fix } = issueTexts(issue);
  return `${path}: ${prop} ${given === undefined ? 'is missing' : `is ${given}`}
  allowed: ${allowed}
  fix: ${fix}`;
}

/** Texts of an issue, in which secrets are masked wherever they stand. */
export function issueTexts({ path, prop, given, allowed, fix }: Issue): IssueTexts {
  return shownTexts({ path, prop, given, allowed, fix: fixText(fix) });
}

/** One or more mistakes in a program, found before anything was written. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';

  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
  }
}

/** A fault of the library or of the machine it runs on, never of the user's program. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
}

/** The facts of an issue that a check adds to what is known of its place. */
export type Finding = Pick<Issue, 'given' | 'allowed' | 'fix'>;

/** Issues without those that many clusters share, such as a mistake in their cloud. */
export function withoutRepeats(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [formatIssue(issue), issue])).values()];
}
