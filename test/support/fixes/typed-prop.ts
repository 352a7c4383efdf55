import { argumentOf, CompiledTable } from '../../../lib/input/compiled';
import type { Shape } from '../../../lib/input/shape';
import { TABLE } from '../../../lib/input/table.generated';
import type { AssembledCluster } from '../openstack-cluster';
import { type Step, stepsOf } from './prop-path';

const table = new CompiledTable(TABLE);

/** Tells whether the typings of what a cluster's construct path names have a prop. */
export function isTyped(cluster: AssembledCluster, path: string, prop: string): boolean {
  const steps = stepsOf(prop);
  if (steps === undefined) return false;
  return shapesAt(cluster, path).some((shape) => hasSteps(shape, steps));
}

/** Classes of clouds by their kinds. */
const CLOUDS: Readonly<Record<string, string>> = {
  openstack: 'OpenStackCloud',
  dev: 'DevCloud',
  vsphere: 'VCenter',
  aws: 'AwsAccount',
  azure: 'AzureSubscription',
};

/** What the constructs of a path, and what they are made by, take. */
function shapesAt(cluster: AssembledCluster, path: string): readonly Shape[] {
  const shapes: Shape[] = [];
  const on = CLOUDS[cluster.cloud.kind] ?? '';
  if (path === cluster.path) shapes.push(`#WorkloadClusterProps<${on}>`, NAMED);
  if (path === cluster.controlPlane.path) shapes.push(`#ControlPlaneProps<${on}>`);
  if (path === cluster.cloud.path) shapes.push(`#${on}Props`);
  if (path === cluster.management?.path) shapes.push('#ManagementClusterProps');
  if (cluster.pools.some((pool) => pool.path === path)) shapes.push(`#NodePoolProps<${on}>`, NAMED);
  if (cluster.drainRules?.some((rule) => rule.path === path) === true) {
    shapes.push('#MachineDrainRuleProps', NAMED);
  }
  if (cluster.floatingIPPools?.some((pool) => pool.path === path) === true) {
    shapes.push('#FloatingIPPoolProps', NAMED);
  }
  if (cluster.addons.some((addon) => addon.path === path)) shapes.push(...ADDONS, NAMED);
  if (cluster.network.kind === 'provisioned' && cluster.network.owner === path) {
    shapes.push('#SharedNetworkProps', '#ProvisionedNetworkProps');
  }
  return shapes;
}

/** Constructs are named by their ids. */
const NAMED: Shape = { props: { name: 'string' } };
const ADDONS: readonly Shape[] = [
  { class: 'Addon' },
  { class: 'CalicoJob' },
  { class: 'HelmChart' },
  { class: 'EtcdBackup' },
  { class: 'EtcdDefragmentation' },
];

function hasSteps(given: Shape, steps: readonly Step[]): boolean {
  const [step, ...rest] = steps;
  const { shape, name } = table.resolve(given);
  if (step === undefined || shape === 'data' || shape === 'any') return true;
  if (typeof shape === 'string') return false;
  if ('oneOf' in shape) return shape.oneOf.some((one) => hasSteps(one, steps));
  if ('list' in shape) return hasSteps(shape.list, typeof step === 'string' ? steps : rest);
  if ('map' in shape) return hasSteps(shape.map, rest);
  if ('class' in shape) return argumentsOf(shape.class).some((one) => hasSteps(one, steps));
  if (!('props' in shape) || typeof step === 'number') return false;
  const key = typeof step === 'string' ? step : step.entry;
  const prop = table.propsOf(shape.props, name).get(key);
  if (prop === undefined) return typeof step !== 'string' && rest.length === 0;
  return hasSteps(prop.shape, rest);
}

/** Arguments of all factories of a class, by themselves and by their names. */
function argumentsOf(name: string): readonly Shape[] {
  const { new: own = [], static: statics = {} } = TABLE.classes[name] ?? {};
  return [own, ...Object.values(statics)].flat().flatMap((parameter): readonly Shape[] => {
    const { name: argument, shape } = argumentOf(parameter);
    return [shape, { props: { [argument]: shape } }];
  });
}
