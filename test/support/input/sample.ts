import { Duration } from 'cdk8s';
import { CLASSES } from '../../../constructs/classes.generated';
import { argumentOf, CompiledTable } from '../../../lib/input/compiled';
import type { Parameter, Shape } from '../../../lib/input/shape';
import { TABLE } from '../../../lib/input/table.generated';

const table = new CompiledTable(TABLE);
const MOST_DEPTH = 6;

/** Value that fits a shape; optional props are there as well. */
export function sampleOf(shape: Shape, depth = 0): unknown {
  const { shape: meant } = table.resolve(shape);
  if (typeof meant === 'string') return BASIC[meant];
  if ('words' in meant) return meant.words[0];
  if ('class' in meant) return instanceOf(meant.class, depth + 1);
  if ('list' in meant) return depth > MOST_DEPTH ? [] : [sampleOf(meant.list, depth + 1)];
  if ('map' in meant) return depth > MOST_DEPTH ? {} : { key: sampleOf(meant.map, depth + 1) };
  if ('oneOf' in meant) return sampleOf(meant.oneOf[0] ?? 'any', depth + 1);
  if ('like' in meant) return undefined;
  const props = Object.entries(meant.props).filter(
    ([key]) => depth <= MOST_DEPTH || !key.endsWith('?'),
  );
  return Object.fromEntries(
    props.map(([key, own]) => [key.replace(/\?$/, ''), sampleOf(own, depth + 1)]),
  );
}

/** Arguments that fit parameters. */
export function samplesOf(parameters: readonly Parameter[], depth = 0): unknown[] {
  return parameters.map((one) => sampleOf(argumentOf(one).shape, depth));
}

/** Calls a static function of a class. */
export function callStatic(className: string, method: string, args: readonly unknown[]): unknown {
  const target: unknown = Reflect.get(CLASSES, className);
  if (typeof target !== 'function') throw new Error(`${className} is no class`);
  const call: unknown = Reflect.get(target, method);
  if (typeof call !== 'function') throw new Error(`${className} has no ${method}`);
  return Reflect.apply(call, target, args);
}

const BASIC: Readonly<Record<string, unknown>> = {
  string: 'text',
  number: 1,
  boolean: true,
  function: () => {},
  null: null,
  data: { key: 'value' },
};

function instanceOf(name: string, depth: number): unknown {
  if (name === 'Duration') return Duration.minutes(1);
  const [factory] = Object.entries(TABLE.classes[name]?.static ?? {});
  if (factory === undefined) return undefined;
  const [method, parameters] = factory;
  return callStatic(name, method, samplesOf(parameters, depth));
}
