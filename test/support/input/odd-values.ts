import { Duration, Size } from 'cdk8s';
import { Addon, ClusterNetwork, MachineImage } from '../../../constructs/index';

/** Makes a value that TypeScript would not let pass, or that nobody means. */
export type OddValue = () => unknown;

const throwing = (): never => {
  throw new TypeError('not to be looked at');
};

const TRAPS = {
  get: throwing,
  has: throwing,
  ownKeys: throwing,
  getPrototypeOf: throwing,
  getOwnPropertyDescriptor: throwing,
};

function circle(): unknown {
  const self: Record<string, unknown> = {};
  self.self = self;
  self.list = [self, self];
  return self;
}

function deep(depth: number): unknown {
  let value: unknown = 'end';
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { value };
  return value;
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Values that programs hand in by accident, or out of malice. */
export const ODD_VALUES: readonly OddValue[] = [
  () => undefined,
  () => null,
  () => NaN,
  () => Infinity,
  () => -0,
  () => -1,
  () => 0,
  () => 1.5,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => '',
  () => ' ',
  () => '0',
  () => 'true',
  () => 'undefined',
  () => 'null',
  () => 'NaN',
  () => `${{}}`,
  () => `a-${undefined}`,
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => '\u0000',
  () => '\ud800',
  () => '${',
  () => '../..',
  () => 'x'.repeat(70_000),
  () => true,
  () => false,
  () => 5n,
  () => Symbol('odd'),
  () => throwing,
  () => class Own {},
  () => [],
  () => {},
  () => ({}),
  () => [[]],
  () => [null],
  () => [undefined],
  () => [{}],
  () => ['a', 'a'],
  () => Object.assign(new Array(2), { 1: 'a' }),
  () => new Array(3),
  () => new Array(100_000_000),
  () => ({ a: undefined }),
  () => ({ a: null }),
  () => ({ '': '' }),
  () => JSON.parse('{"__proto__": {"a": 1}}'),
  () => Object.create(null),
  () => Object.freeze({ a: Object.freeze([]) }),
  () => new Date(0),
  () => new Date(NaN),
  () => /a/,
  () => new Map([['a', 1]]),
  () => new Set(['a']),
  () => new WeakMap(),
  () => new Error('odd'),
  () => Promise.resolve(5),
  () => Buffer.from('a'),
  () => new String('a'),
  () => new Number(5),
  circle,
  () => deep(100),
  () => deep(100_000),
  () => new Proxy({}, TRAPS),
  revoked,
  () => Object.defineProperty({}, 'flavor', { enumerable: true, get: throwing }),
  () => ({ toJSON: throwing, toString: throwing, valueOf: throwing }),
  () => Object.create(MachineImage.prototype),
  () => new (class MachineImage {})(),
  () => MachineImage,
  () => MachineImage.fromName('ubuntu'),
  () => MachineImage.fromName(undefined as never),
  () => ClusterNetwork.managed(undefined as never),
  () => Addon.cinderCsi(),
  () => Duration.minutes(5),
  () => Size.gibibytes(5),
];
