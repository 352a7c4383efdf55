import assert from 'node:assert/strict';

/** Asserts the value itself, or of a map at least the members that are expected. */
export function assertHolds(actual: unknown, expected: unknown): void {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    assert.deepEqual(actual, expected);
    return;
  }
  for (const [key, value] of Object.entries(expected)) {
    assert.ok(typeof actual === 'object' && actual !== null, `${JSON.stringify(actual)} is no map`);
    assert.deepEqual(Reflect.get(actual, key), value);
  }
}
