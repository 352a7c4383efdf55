import { isPlain, MOST_DEPTH, MOST_ITEMS, MOST_PARTS } from './fits';

const CIRCLE: unique symbol = Symbol('circle');
const TOO_DEEP: unique symbol = Symbol('too deep');

/** Levels in which the place of what is nested too deeply is told. */
const TOLD_DEPTH = 4;

/** What stands in data for a part that cannot be walked, in words. */
export const CUT_PARTS: ReadonlyMap<unknown, string> = new Map([
  [CIRCLE, 'data that contains itself'],
  [TOO_DEEP, `data nested more than ${MOST_DEPTH} deep`],
]);

/**
 * Data without circles, a mark in the place of each, and in that of what is nested too deeply.
 *
 * Undefined for data with too many parts.
 */
export function withoutCircles(value: unknown): unknown {
  const outer = new Set<unknown>();
  let left = MOST_PARTS;
  const cut = (part: unknown, depth: number): unknown => {
    const isList = Array.isArray(part);
    if (!isList && !isPlain(part)) return part;
    if (outer.has(part)) return CIRCLE;
    left -= 1;
    if (left < 0 || (isList && part.length > MOST_ITEMS)) return part;
    if (depth > MOST_DEPTH) return TOO_DEEP;
    outer.add(part);
    const entries = Object.entries(part).map(([key, one]) => [key, cut(one, depth + 1)] as const);
    outer.delete(part);
    const isDeep = depth > TOLD_DEPTH && entries.some(([, one]) => one === TOO_DEEP);
    if (isDeep) return TOO_DEEP;
    return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries);
  };
  const made = cut(value, 0);
  return left < 0 ? undefined : made;
}
