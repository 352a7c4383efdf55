import fc from 'fast-check';
import { ODD_VALUES } from './odd-values';

/** One change of a value, at a place that is found by numbers. */
export interface Mutation {
  readonly way: readonly number[];
  readonly kind: 'replace' | 'remove' | 'rename' | 'add';
  readonly odd: number;
}

/** Random changes. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  way: fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 }),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'rename', 'add'),
  odd: fc.nat(ODD_VALUES.length - 1),
});

/** Value with one change in it; values that are no plain lists or maps are replaced as a whole. */
export function mutated(value: unknown, change: Mutation, step = 0): unknown {
  const { way, kind, odd } = change;
  const turn = way[step];
  if (Array.isArray(value) && value.length > 0 && turn !== undefined) {
    const at = turn % value.length;
    return value.map((one, index) => (index === at ? mutated(one, change, step + 1) : one));
  }
  if (!isPlain(value) || turn === undefined) return ODD_VALUES[odd]?.();
  const keys = Object.keys(value);
  const key = keys[turn % Math.max(keys.length, 1)];
  if (key === undefined) return ODD_VALUES[odd]?.();
  const isLast = step === way.length - 1;
  if (!isLast) return { ...value, [key]: mutated(value[key], change, step + 1) };
  const { [key]: own, ...rest } = value;
  if (kind === 'remove') return rest;
  if (kind === 'rename') return { ...rest, [`${key.slice(1)}x`]: own };
  return { ...value, [kind === 'add' ? `${key}s` : key]: ODD_VALUES[odd]?.() };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}
