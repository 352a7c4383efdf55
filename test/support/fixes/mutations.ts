import fc from 'fast-check';
import type { Keys } from './edit';

/** Texts that some rule or other takes for a mistake, or for one that is easily made. */
const TEXTS = [
  '',
  ' ',
  'b',
  '-',
  'Ärger',
  'Two Words',
  'a,b',
  '/',
  'x/y/z',
  '-odd-',
  'UPPER_case',
  'undefined',
  '10.9.1.7',
  '10.8.0.0',
  '10.0.0.0/8',
  '192.168.0.0/16',
  '10.8.0.5/24',
  'fd00::/8',
  '2001:db8::1',
  '1.32',
  'v1.31.4',
  '2.0.0',
  'http://a.example/b?c=d',
  'https://A.example/',
  '50 %',
  '8G',
  '2026-05-01',
  'long-words-that-go-on-and-on-for-ever-and-do-not-fit-into-anything-at-all',
  'n'.repeat(260),
];
const NUMBERS = [
  ...[-1e21, -1e10, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 4, 100, 3_000, 70_000],
  ...[2 ** 31 - 1, 2 ** 31 - 0.5, 2 ** 31, 1e10, 2 ** 53 + 2, 1e21, Infinity, Number.NaN],
];

/** A value in a model, and another one in its place. */
export interface Mutation {
  readonly keys: Keys;
  readonly value: unknown;
}

/** One value of a model replaced by an odd one. */
export function mutation(model: unknown): fc.Arbitrary<Mutation> {
  const places = [...leaves(model)];
  return fc
    .constantFrom(...places)
    .chain(({ keys, value }) => odd(value).map((one) => ({ keys, value: one })));
}

/** Values that stand for something that a user has typed. */
function* leaves(value: unknown, keys: Keys = []): Generator<Mutation> {
  if (DERIVED.has(String(keys.at(-1)))) return;
  if (keys.length > 0 && !PROPS.has(String(keys.at(-1)))) yield { keys, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    yield* leaves(one, [...keys, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Maps whose keys are names of props. */
const PROPS = new Set(['images']);

/** Fields that constructs fill in, which no user can get wrong. */
const DERIVED = new Set([
  'path',
  'kind',
  'profile',
  'managementCluster',
  'management',
  'deploymentName',
  'ownsNamespace',
  'payload',
  'managementObjects',
  'carriedTexts',
  'securityRules',
  'type',
  'owner',
  'shared',
  'merged',
  'handOver',
  'offers',
]);

function odd(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return fc.constantFrom(...NUMBERS, value + 1, value - 0.5, -value);
  if (typeof value === 'boolean') return fc.constant(!value);
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object' && value !== null)
    return map(value as Readonly<Record<string, unknown>>);
  return fc.constant(value);
}

function text(value: string): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...TEXTS),
    fc.constantFrom(
      value.toUpperCase(),
      ` ${value}`,
      `${value}/`,
      `${value}x`,
      value.slice(1),
      value.repeat(9),
    ),
  );
}

function list(value: readonly unknown[]): fc.Arbitrary<unknown> {
  const [first] = value;
  const doubled = first === undefined ? [] : [first, ...value];
  if (typeof first !== 'string') return fc.constantFrom([], doubled);
  const more = text(first).map((one) => [...value, one]);
  return fc.oneof(fc.constant([]), fc.constant(doubled), more);
}

/** Maps with an odd key, where they hold texts. */
function map(value: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const values = Object.values(value);
  if (values.length > 0 && !values.every((one) => typeof one === 'string'))
    return fc.constant(value);
  return fc
    .tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS))
    .map(([key, one]) => ({ ...value, [key]: one }));
}
