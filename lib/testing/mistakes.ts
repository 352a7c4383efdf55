import { mistakesText, reasonOf } from '../assembly/mistakes-text';
import { allRules } from '../assembly/table';
import type { Issue } from '../base/errors';
import { issueTexts, ValidationError } from '../base/errors';
import { closestWord } from '../base/words';
import { failure } from './find-objects';
import type { TestedFleet } from './tested-fleet';

/** Mistake in a fleet, with the texts that are printed. */
export interface Mistake {
  /** Rule that found it, as in the list of rules. */
  readonly rule: string;
  /** Construct path. */
  readonly path: string;
  /** Prop of the construct. */
  readonly prop: string;
  /** Value of the prop, as JSON or in words; absent if the prop is missing. */
  readonly given?: string;
  /** Values that are allowed. */
  readonly allowed: string;
  /** Change that corrects it. */
  readonly fix: string;
  /** Reason of the rule; absent for a rule without one. */
  readonly reason?: string;
}

/** Place of a mistake. */
export interface MistakePlace {
  /**
   * Construct path.
   *
   * @default - any construct
   */
  readonly path?: string;
  /**
   * Prop of the construct.
   *
   * @default - any prop
   */
  readonly prop?: string;
}

/** Returns every mistake in a fleet; an empty list for a fleet without mistakes. */
export function mistakesOf(fleet: TestedFleet): readonly Mistake[] {
  return issuesOf(fleet).map(mistake);
}

/**
 * Asserts that a rule finds a mistake, and returns it.
 *
 * Other mistakes are allowed. Compare `mistakesOf(fleet)` to exclude them.
 *
 * @throws AssertionError that lists the mistakes of the fleet.
 */
export function assertRule(fleet: TestedFleet, rule: string, place: MistakePlace = {}): Mistake {
  const issues = issuesOf(fleet);
  const found = issues.map(mistake).find((one) => isAt(one, rule, place));
  if (found !== undefined) return found;
  const where = [
    ...(place.path === undefined ? [] : [` in ${place.path}`]),
    ...(place.prop === undefined ? [] : [` at ${place.prop}`]),
  ].join('');
  const listed = issues.length === 0 ? 'the fleet has no mistakes' : listText(issues);
  throw failure(`${rule} finds nothing${where}; ${listed}${unknownRule(rule)}`, assertRule);
}

/**
 * Asserts that a fleet has no mistakes.
 *
 * @throws AssertionError with the text of every mistake.
 */
export function assertSound(fleet: TestedFleet): void {
  const issues = issuesOf(fleet);
  if (issues.length > 0) throw failure(mistakesText(issues, 'the fleet is not sound'), assertSound);
}

function issuesOf(fleet: TestedFleet): readonly Issue[] {
  try {
    fleet.renderFiles();
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    throw error;
  }
}

function mistake(issue: Issue): Mistake {
  const { rule } = issue;
  const reason = reasonOf(rule);
  return { rule, ...issueTexts(issue), ...(reason === undefined ? {} : { reason }) };
}

function isAt(found: Mistake, rule: string, { path, prop }: MistakePlace): boolean {
  return (
    found.rule === rule &&
    (path === undefined || found.path === path) &&
    (prop === undefined || found.prop === prop)
  );
}

function listText(issues: readonly Issue[]): string {
  const lines = issues.map((issue) => {
    const { rule, path, prop, given = 'missing' } = mistake(issue);
    return `  ${rule} in ${path} at ${prop} (${given})`;
  });
  return `the fleet has these mistakes:\n${lines.join('\n')}`;
}

/** Returns a hint for a rule that does not exist; an empty text for one that does. */
function unknownRule(rule: string): string {
  const known = allRules().map(({ id }) => id);
  if (known.includes(rule)) return '';
  const close = closestWord(rule, known);
  return `\nthere is no rule ${rule}${close === undefined ? '' : `; did you mean ${close}?`}`;
}
