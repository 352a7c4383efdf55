import { type Fix, fixText } from './fix';

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

const MOST_GIVEN = 300;

/** Writes an issue in the three lines that every error of this library has. */
export function formatIssue(issue: Issue): string {
  const what = issue.given === undefined ? 'is missing' : `is ${givenText(issue.given)}`;
  return `${issue.path}: ${issue.prop} ${what}
  allowed: ${issue.allowed}
  fix: ${fixText(issue.fix)}`;
}

/** What was found, in words, where the value itself says too little. */
export class Described {
  constructor(private readonly text: string) {}

  /** Words as they stand in a message. */
  toString(): string {
    return this.text;
  }

  /** Words as a text. */
  toJSON(): string {
    return this.text;
  }
}

/** Value as messages show it: in JSON, numbers that are none by their names, and of a long one the beginning. */
export function givenText(given: unknown): string {
  if (given instanceof Described) return given.toString();
  const json = typeof given === 'number' ? String(given) : jsonText(given);
  if (json.length <= MOST_GIVEN) return json;
  const { length } = typeof given === 'string' ? given : json;
  return `${json.slice(0, MOST_GIVEN).toWellFormed()}… (${length} characters)`;
}

function jsonText(given: unknown): string {
  try {
    return JSON.stringify(given) ?? String(given);
  } catch (error) {
    if (error instanceof ValidationError) throw error;
    return Object.prototype.toString.call(given);
  }
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
