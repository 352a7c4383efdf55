import { isDeepStrictEqual } from 'node:util';
import { isMap } from '../base/is-map';

/**
 * Returns the part of a value that an expectation names: it equals the expectation if the value matches, and shows what
 * differs otherwise.
 *
 * A map matches if it has the expected members, a list if it has the expected items in their order, possibly among
 * others. An expression matches texts, and `undefined` a missing member.
 */
export function reduced(actual: unknown, expected: unknown): unknown {
  if (expected instanceof RegExp) return matches(actual, expected) ? expected : actual;
  if (Array.isArray(expected)) {
    return Array.isArray(actual) ? reducedList(actual, expected) : actual;
  }
  if (!isMap(expected) || !isMap(actual)) return actual;
  const part: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(expected)) {
    if (key in actual) part[key] = reduced(actual[key], value);
    else if (value === undefined) part[key] = undefined;
  }
  return part;
}

function matches(actual: unknown, expression: RegExp): boolean {
  return typeof actual === 'string' && expression.test(actual);
}

/** Returns the matching items if all are found in order; otherwise the whole list, as far as the expectation names it. */
function reducedList(actual: readonly unknown[], expected: readonly unknown[]): readonly unknown[] {
  const found: unknown[] = [];
  for (const item of actual) {
    const next = expected[found.length];
    if (found.length === expected.length) break;
    const part = reduced(item, next);
    if (isDeepStrictEqual(part, next)) found.push(part);
  }
  if (found.length === expected.length) return found;
  return actual.map((item, index) =>
    index < expected.length ? reduced(item, expected[index]) : item,
  );
}
