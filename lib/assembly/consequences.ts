import { formatIssue, type Issue } from '../base/errors';
import { BROKEN_RULE } from '../base/failure';

/**
 * All mistakes, each once, without what follows from props that have been refused.
 *
 * That is what rules say of such a prop, and of a list or map that has lost a part by it: nobody has written that one.
 *
 * @param refused Mistakes in the props themselves.
 * @param found What rules have found.
 */
export function withoutConsequences(
  refused: readonly Issue[],
  found: readonly Issue[],
): readonly Issue[] {
  if (refused.length === 0) return onlyOnce(found);
  const places = new Set(refused.map(placeOf));
  const mended = new Set(refused.flatMap((issue) => outerPlaces(placeOf(issue))));
  const paths = new Set(refused.map(({ path }) => path));
  const others = found.filter(
    (issue) =>
      !isWithin(places, issue) &&
      !isOfMended(mended, issue) &&
      !(issue.rule === BROKEN_RULE && isBelow(paths, issue.path)),
  );
  return onlyOnce([...refused, ...others]);
}

function onlyOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [`${formatIssue(issue)}`, issue])).values()];
}

/** Way to a prop through the whole program; the props of a control plane are those of its construct. */
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

/** Tells whether a prop, or one that it is a part of, has been refused. */
function isWithin(places: ReadonlySet<string>, issue: Issue): boolean {
  const place = placeOf(issue);
  return [place, ...outerPlaces(place)].some((one) => places.has(one));
}

/** Tells whether something is said of a whole that has lost a part; texts and numbers are said of parts that are there. */
function isOfMended(mended: ReadonlySet<string>, issue: Issue): boolean {
  const place = placeOf(issue);
  if (place.endsWith(LENGTH)) return mended.has(place.slice(0, -LENGTH.length));
  const isWhole = issue.given === undefined || typeof issue.given === 'object';
  return isWhole && mended.has(place);
}

const LENGTH = '.length';

/** Props that a prop is a part of, the closest one first. */
function outerPlaces(place: string): readonly string[] {
  const end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
  if (end <= place.indexOf(':')) return [];
  const outer = place.slice(0, end);
  return [outer, ...outerPlaces(outer)];
}

/** Tells whether something at a path, in it or around it was refused. */
function isBelow(paths: ReadonlySet<string>, path: string): boolean {
  return [...paths].some(
    (one) => one === path || path.startsWith(`${one}/`) || one.startsWith(`${path}/`),
  );
}
