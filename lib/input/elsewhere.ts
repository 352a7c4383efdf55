import { Described, type Finding } from '../base/errors';
import type { Argument, CompiledTable } from './compiled';
import type { Mistake } from './refusals';
import type { Shape } from './shape';
import { UNKNOWN_RULE } from './wording';

/** Names of constructs in messages, by the props that they take. */
const HOMES: Readonly<Record<string, string>> = {
  ControlPlaneProps: 'controlPlane',
  NodePoolProps: 'a pool',
  WorkloadClusterProps: 'the cluster',
  OpenStackCloudProps: 'the cloud',
  ManagementClusterProps: 'the management cluster',
};
const ORDINALS = ['first', 'second', 'third'];

/** Recognizes unknown props that belong to another construct or argument. */
export class Elsewhere {
  constructor(private readonly table: CompiledTable) {}

  /** Corrects the mistakes about props that belong to another argument of the same function. */
  inArguments(
    mistakes: readonly Mistake[],
    own: Argument,
    declared: readonly Argument[],
  ): readonly Mistake[] {
    return mistakes.map((mistake) => {
      if (mistake.rule !== UNKNOWN_RULE) return mistake;
      const at = declared.findIndex((one) => one !== own && this.has(one.shape, [mistake.prop]));
      return at < 0 ? mistake : { ...mistake, ...otherArgument(mistake.prop, at) };
    });
  }

  /** Corrects the mistakes about props that belong to another construct. */
  inConstructs(mistakes: readonly Mistake[]): readonly Mistake[] {
    return mistakes.map((mistake) => {
      if (mistake.rule !== UNKNOWN_RULE) return mistake;
      const steps = mistake.prop.split('.');
      const homes = Object.keys(HOMES).filter((name) => this.has(`#${name}`, steps));
      if (homes.length === 0) return mistake;
      const places = homes.map((name) => placeIn(HOMES[name] ?? name, steps.slice(0, -1)));
      return { ...mistake, fix: `write it under ${places.join(' or ')}` };
    });
  }

  /** Tells whether props contain a prop, given by its path. */
  private has(given: Shape, [step, ...rest]: readonly string[]): boolean {
    if (step === undefined) return true;
    const { shape, name } = this.table.resolve(given);
    if (typeof shape !== 'object' || !('props' in shape)) return false;
    const prop = this.table.propsOf(shape.props, name).get(step);
    return prop !== undefined && this.has(prop.shape, rest);
  }
}

function otherArgument(prop: string, at: number): Pick<Finding, 'given' | 'fix'> {
  const ordinal = ORDINALS[at] ?? 'last';
  return {
    given: new Described('not a prop of this argument'),
    fix: `write { ${prop}: … } as the ${ordinal} argument`,
  };
}

/** Describes the place of a prop, such as `controlPlane.bootstrap` or `bootstrap of a pool`. */
function placeIn(home: string, outer: readonly string[]): string {
  if (outer.length === 0) return home;
  return home.includes(' ') ? `${outer.join('.')} of ${home}` : [home, ...outer].join('.');
}
