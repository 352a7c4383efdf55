import { formatIssue, type Issue } from '../base/errors';
import { BROKEN_RULE } from '../base/failure';

/**
 * Returns all mistakes, each once, without those that follow from refused props.
 *
 * These are findings about a refused prop, and about a list or map that lost a part because of it and so differs from
 * what the user wrote.
 *
 * @param refused Mistakes in the props themselves.
 * @param found Findings of rules.
 */
export function withoutConsequences(
  refused: readonly Issue[],
  found: readonly Issue[],
): readonly Issue[] {
  if (refused.length === 0) return onlyOnce(found);
  const places = new Set(refused.map(placeOf));
  const sanitized = new Set(refused.flatMap((issue) => outerPlaces(placeOf(issue))));
  const paths = new Set(refused.map(({ path }) => path));
  const others = found.filter(
    (issue) =>
      !isWithin(places, issue) &&
      !isOfSanitized(sanitized, issue) &&
      !(issue.rule === BROKEN_RULE && isBelow(paths, issue.path)),
  );
  return onlyOnce([...refused, ...others]);
}

function onlyOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [`${formatIssue(issue)}`, issue])).values()];
}

/** Returns the place of a prop in the program; props of a control plane belong to its own construct. */
function placeOf({ path, prop }: Issue): string {
  const [first = '', rest] = split(prop);
  return first === 'controlPlane' && rest !== ''
    ? `${path}/control-plane:${rest}`
    : `${path}:${prop}`;
}

function split(prop: string): readonly [string, string] {
  const dot = prop.indexOf('.');
  return dot < 0 ? [prop, ''] : [prop.slice(0, dot), prop.slice(dot + 1)];
}

/** Tells whether a prop, or one that contains it, was refused. */
function isWithin(places: ReadonlySet<string>, issue: Issue): boolean {
  const place = placeOf(issue);
  return [place, ...outerPlaces(place)].some((one) => places.has(one));
}

/**
 * Tells whether a finding is about a list or map that lost a part; findings on strings and numbers are about existing
 * parts.
 */
function isOfSanitized(sanitized: ReadonlySet<string>, issue: Issue): boolean {
  const place = placeOf(issue);
  if (place.endsWith(LENGTH)) return sanitized.has(place.slice(0, -LENGTH.length));
  const isWhole = issue.given === undefined || typeof issue.given === 'object';
  return isWhole && sanitized.has(place);
}

const LENGTH = '.length';

/** Returns the props that contain a prop, innermost first. */
function outerPlaces(place: string): readonly string[] {
  const end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
  if (end <= place.indexOf(':')) return [];
  const outer = place.slice(0, end);
  return [outer, ...outerPlaces(outer)];
}

/** Tells whether something at a path, below it or above it was refused. */
function isBelow(paths: ReadonlySet<string>, path: string): boolean {
  return [...paths].some(
    (one) => one === path || path.startsWith(`${one}/`) || one.startsWith(`${path}/`),
  );
}
