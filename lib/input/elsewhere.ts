import { Described, type Finding } from '../base/errors';
import type { Argument, CompiledTable } from './compiled';
import type { Mistake } from './refusals';
import type { Shape } from './shape';
import { UNKNOWN_RULE } from './wording';

/** Props of constructs, by what they are called where another construct was given one of them. */
const HOMES: Readonly<Record<string, string>> = {
  ControlPlaneProps: 'controlPlane',
  NodePoolProps: 'a pool',
  WorkloadClusterProps: 'the cluster',
  OpenStackCloudProps: 'the cloud',
  ManagementClusterProps: 'the management cluster',
};
const ORDINALS = ['first', 'second', 'third'];

/** Tells props that are known elsewhere from those that nothing reads. */
export class Elsewhere {
  constructor(private readonly table: CompiledTable) {}

  /** Mistakes in an argument, those in props that another argument of the same function has told as such. */
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

  /** Mistakes in the props of a construct, those in props that another construct has told as such. */
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

  /** Tells whether props have a prop, by the way to it. */
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
    given: new Described('no prop of this argument'),
    fix: `write { ${prop}: … } as the ${ordinal} argument`,
  };
}

/** Prop of a construct in words, such as `controlPlane.bootstrap`, or `bootstrap of a pool`. */
function placeIn(home: string, outer: readonly string[]): string {
  if (outer.length === 0) return home;
  return home.includes(' ') ? `${outer.join('.')} of ${home}` : [home, ...outer].join('.');
}
