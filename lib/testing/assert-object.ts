import { AssertionError, deepStrictEqual } from 'node:assert';
import type { Manifest } from '../base/manifest';
import {
  failure,
  findObjects,
  foundObject,
  type ObjectQuery,
  queryText,
  titleOf,
} from './find-objects';
import { reduced } from './reduced';
import type { ObjectSource } from './tested-fleet';

/**
 * Asserts that one object matches a query and has the expected members, and returns it.
 *
 * Only the expected members are compared, at every depth. A list needs the expected items in their order, possibly among
 * others. A regular expression matches a text, and `undefined` a member that must be missing.
 *
 * @throws AssertionError with the difference if the object does not match, or if there is not exactly one object.
 * @throws ValidationError with every mistake in the fleet.
 */
export function assertObject(
  source: ObjectSource,
  query: ObjectQuery,
  expected: object = {},
): Manifest {
  const found = foundObject(source, query, assertObject);
  assertPart(found.object, expected, titleOf(found), assertObject);
  return found.object;
}

/**
 * Asserts that no object matches a query.
 *
 * @throws AssertionError that lists the matching objects.
 * @throws ValidationError with every mistake in the fleet.
 */
export function assertNoObject(source: ObjectSource, query: ObjectQuery): void {
  const found = findObjects(source, query);
  if (found.length === 0) return;
  const names = found.map(({ kind, metadata }) => `  ${kind} ${metadata.name}`).join('\n');
  throw failure(`there is a ${queryText(query)}:\n${names}`, assertNoObject);
}

/**
 * Asserts that a value has the expected members, like {@link assertObject}.
 *
 * @throws AssertionError with the difference.
 */
export function assertMatches(actual: unknown, expected: unknown, title = 'value'): void {
  assertPart(actual, expected, title, assertMatches);
}

function assertPart(
  actual: unknown,
  expected: unknown,
  title: string,
  caller: (...args: never[]) => unknown,
): void {
  const part = reduced(actual, expected);
  try {
    deepStrictEqual(part, expected);
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    const message = `${title} is not as expected\n${error.message}`;
    throw failure(message, caller, { actual: part, expected });
  }
}
