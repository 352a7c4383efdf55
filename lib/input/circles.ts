import { isPlain, MOST_DEPTH, MOST_ITEMS, MOST_PARTS } from './fits';

const CIRCLE: unique symbol = Symbol('circle');
const TOO_DEEP: unique symbol = Symbol('too deep');

/** Levels at which data that is nested too deeply is reported at its exact place. */
const TOLD_DEPTH = 4;

/** Descriptions of the marks that replace parts of data. */
export const CUT_PARTS: ReadonlyMap<unknown, string> = new Map([
  [CIRCLE, 'data that contains itself'],
  [TOO_DEEP, `data nested more than ${MOST_DEPTH} levels deep`],
]);

/**
 * Copies data, with marks in place of circular references and of parts that are nested too deeply.
 *
 * Returns undefined for data with too many parts.
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
