import type { CelEnvironment } from './cel-library';

const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;
const BINARY = 'KMGTPE';
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const NANO = 10n ** 9n;

/** Amount such as `8Gi`, stored exactly in billionths. */
class CelQuantity {
  constructor(readonly nanos: bigint) {}
}

/** Registers Kubernetes' functions for quantities. */
export function addQuantities(environment: CelEnvironment): void {
  const type = 'kubernetes.Quantity';
  environment
    .registerType(type, { ctor: CelQuantity, fields: {} })
    .registerFunction('isQuantity(string): bool', (text: string) => tryParse(text) !== undefined)
    .registerFunction(`quantity(string): ${type}`, parse)
    .registerFunction(`${type}.sign(): int`, (q: CelQuantity) => compare(q.nanos, 0n))
    .registerFunction(`${type}.isInteger(): bool`, (q: CelQuantity) => q.nanos % NANO === 0n)
    .registerFunction(`${type}.asInteger(): int`, (q: CelQuantity) => q.nanos / NANO)
    .registerFunction(`${type}.asApproximateFloat(): double`, (q: CelQuantity) => {
      return Number(q.nanos) / Number(NANO);
    })
    .registerFunction(`${type}.compareTo(${type}): int`, (a: CelQuantity, b: CelQuantity) =>
      compare(a.nanos, b.nanos),
    )
    .registerFunction(`${type}.isLessThan(${type}): bool`, (a: CelQuantity, b: CelQuantity) => {
      return a.nanos < b.nanos;
    })
    .registerFunction(`${type}.isGreaterThan(${type}): bool`, (a: CelQuantity, b: CelQuantity) => {
      return a.nanos > b.nanos;
    });
  addArithmetic(environment, type);
}

function addArithmetic(environment: CelEnvironment, type: string): void {
  const add = (a: CelQuantity, b: bigint) => new CelQuantity(a.nanos + b);
  environment
    .registerFunction(`${type}.add(${type}): ${type}`, (a, b: CelQuantity) => add(a, b.nanos))
    .registerFunction(`${type}.sub(${type}): ${type}`, (a, b: CelQuantity) => add(a, -b.nanos))
    .registerFunction(`${type}.add(int): ${type}`, (a, n: bigint) => add(a, n * NANO))
    .registerFunction(`${type}.sub(int): ${type}`, (a, n: bigint) => add(a, -n * NANO))
    .registerOperator(`${type} == ${type}`, (a: CelQuantity, b: CelQuantity) => {
      return a.nanos === b.nanos;
    });
}

function parse(text: string): CelQuantity {
  const nanos = tryParse(text);
  if (nanos === undefined) throw new RangeError(`${JSON.stringify(text)} is not a quantity`);
  return new CelQuantity(nanos);
}

function tryParse(text: string): bigint | undefined {
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, sign = '', digits = '', suffix = ''] = match;
  const [whole = '', fraction = ''] = digits.split('.');
  const scaled = BigInt(`${whole}${fraction}` || '0') * scale(suffix);
  const divisor = 10n ** BigInt(fraction.length);
  const nanos = (scaled + divisor - 1n) / divisor;
  return sign === '-' ? -nanos : nanos;
}

/** Returns the number of billionths in one unit of a suffix. */
function scale(suffix: string): bigint {
  if (suffix.endsWith('i')) return NANO * 1024n ** BigInt(BINARY.indexOf(suffix.charAt(0)) + 1);
  const power = DECIMAL[suffix] ?? (suffix === '' ? 0 : Number(suffix.slice(1)));
  return power < -9 ? 1n : 10n ** BigInt(power + 9);
}

function compare(a: bigint, b: bigint): bigint {
  if (a === b) return 0n;
  return a < b ? -1n : 1n;
}
