import { type Fix, fixText } from './fix';
import { shownTexts } from './masking/shown';

export { Described } from './masking/described';

/** A user's mistake, with the four facts that are needed to fix it. */
export interface Issue {
  /** Construct path that the user built, such as `mothership/prod-eu/workers`. */
  readonly path: string;
  /** Prop that the user typed, such as `autoscale.minSize`. */
  readonly prop: string;
  /** Value found there. Omitted if the prop is missing. */
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed: string;
  /** What to type instead: one change as data, or a sentence. `fixText` turns either into a sentence. */
  readonly fix: Fix;
  /** Identifier of the rule that found it, as in `docs/rules.md`. */
  readonly rule: string;
}

/** Texts of an issue as they are printed, with possible secrets masked. */
export type IssueTexts = Record<'path' | 'prop' | 'allowed' | 'fix', string> & {
  readonly given?: string;
};

/** Formats an issue in the three lines that every error of this library has. */
export function formatIssue(issue: Issue): string {
  const { path, prop, given, allowed, fix } = issueTexts(issue);
  return `${path}: ${prop} ${given === undefined ? 'is missing' : `is ${given}`}
  allowed: ${allowed}
  fix: ${fix}`;
}

/** Returns the texts of an issue, with secrets masked. */
export function issueTexts({ path, prop, given, allowed, fix }: Issue): IssueTexts {
  return shownTexts({ path, prop, given, allowed, fix: fixText(fix) });
}

/** One or more mistakes in a program, found before any file was written. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';

  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
  }
}

/** A fault of the library or of the machine it runs on, not of the user's program. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
}

/** The facts that a check adds to the place of an issue. */
export type Finding = Pick<Issue, 'given' | 'allowed' | 'fix'>;

/** Removes duplicate issues, such as a mistake in a cloud that many clusters share. */
export function withoutRepeats(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [formatIssue(issue), issue])).values()];
}
