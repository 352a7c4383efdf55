import type { ClusterJson, PlanJson } from '../provision/plan-json';
import { SelectionError } from '../provision/selection';
import type { StackCloud } from '../provision/stack-provider';

/** Stack with resources of clusters or clouds that left the fleet, or that need none anymore. */
export interface LeftStack {
  /** Name of the stack. */
  readonly name: string;
  /** Paths of these clusters and clouds. */
  readonly owners: readonly string[];
  /** Number of their resources. */
  readonly resources: number;
  /** Whether the stack holds nothing else. */
  readonly isWhole: boolean;
  /** Whether the fleet still has all of them, but needs no resources for them. */
  readonly isKnown: boolean;
}

/** One stack of a fleet. */
export interface FleetStack {
  /** Name of the stack. */
  readonly name: string;
  /** Name that the stack has if its cluster's name is unique, or is not; the resources may still be in that stack. */
  readonly otherName?: string;
  /** Construct path of its cloud or cluster, for messages. */
  readonly path: string;
  /** Configuration under `capi-fleet:` that selects the contents of the stack. */
  readonly config: Readonly<Record<string, string>>;
  /** Whether the stack is of a cloud, which clusters may need. */
  readonly isCloud: boolean;
  /** Cloud of its resources; absent if the program no longer has it. */
  readonly cloud?: StackCloud;
  /** Names of its planned resources. */
  readonly planned: readonly string[];
  /** Set if only the resources of clusters that left the fleet are meant. */
  readonly left?: LeftStack;
}

/** Stack of clusters that left the fleet, to be destroyed from its state. */
export function stackOf(left: LeftStack): FleetStack {
  const { name, owners } = left;
  return { name, path: owners.join(', '), config: {}, isCloud: false, planned: [], left };
}

/** Selected part of a fleet; everything if nothing is named. */
export interface StackFilter {
  /** Names or paths of clusters. */
  readonly clusters: readonly string[];
  /** Names of clouds; they select all of their clusters unless clusters are named. */
  readonly clouds: readonly string[];
}

/**
 * Stacks of a fleet: one per cloud and cluster that needs resources.
 *
 * @throws Error when a named cluster or cloud does not exist, or two stacks have the same name.
 */
export function stacksOf(plan: PlanJson, { clusters, clouds }: StackFilter): readonly FleetStack[] {
  checkKnown(
    'cluster',
    clusters,
    plan.clusters.flatMap(({ name, path }) => [name, path]),
  );
  checkKnown('cloud', clouds, [
    ...plan.clouds.map(({ name }) => name),
    ...plan.clusters.map(({ cloud }) => cloud),
  ]);
  const all = clusters.length === 0 && clouds.length === 0;
  const isWanted = ({ name, path, cloud }: ClusterJson) =>
    all || (clusters.length === 0 ? clouds.includes(cloud) : isAny(clusters, name, path));
  const wantedPaths = new Set([
    ...plan.clouds.filter(({ name }) => all || clouds.includes(name)).map(({ path }) => path),
    ...plan.clusters.filter(isWanted).map(({ path }) => path),
  ]);
  return allStacks(plan).filter(({ path }) => wantedPaths.has(path));
}

function allStacks({ clouds, clusters }: PlanJson): readonly FleetStack[] {
  const cloudStacks = clouds.filter(({ resources }) => resources.length > 0).map(cloudStack);
  const taken = cloudStacks.map(({ name }) => name);
  const names = clusters.map(({ name }) => name);
  const isUnique = ({ name }: ClusterJson) => names.filter((one) => one === name).length === 1;
  const nameOf = (cluster: ClusterJson) =>
    isUnique(cluster) && !taken.includes(cluster.name) ? cluster.name : longName(cluster);
  const stacks = [
    ...cloudStacks,
    ...clusters
      .filter(({ resources }) => resources.length > 0)
      .map((cluster) => ({
        name: nameOf(cluster),
        path: cluster.path,
        config: { clusters: JSON.stringify([isUnique(cluster) ? cluster.name : cluster.path]) },
        isCloud: false,
        cloud: cloudOf({ ...cluster, name: cluster.cloud, path: cluster.cloudPath }),
        planned: cluster.resources.map(({ name }) => name),
        other: nameOf(cluster) === cluster.name ? longName(cluster) : cluster.name,
      })),
  ];
  checkDistinct(stacks);
  const inUse = new Set(stacks.map(({ name }) => name));
  return stacks.map(({ other, ...stack }: FleetStack & { readonly other?: string }) =>
    other === undefined || inUse.has(other) ? stack : { ...stack, otherName: other },
  );
}

function cloudStack(group: PlanJson['clouds'][number]): FleetStack {
  const { name, path, resources } = group;
  const config = { clouds: JSON.stringify([name]), clusters: '[]' };
  const planned = resources.map((resource) => resource.name);
  return { name: `cloud-${name}`, path, config, isCloud: true, cloud: cloudOf(group), planned };
}

function cloudOf({ name, path, region }: StackCloud): StackCloud {
  return { name, path, ...(region === undefined ? {} : { region }) };
}

function longName({ name, managementCluster }: ClusterJson): string {
  return `${managementCluster}-${name}`;
}

function isAny(wanted: readonly string[], name: string, path: string): boolean {
  return wanted.includes(name) || wanted.includes(path);
}

function checkDistinct(stacks: readonly FleetStack[]): void {
  const first = new Map<string, string>();
  for (const { name, path } of stacks) {
    const other = first.get(name);
    if (other !== undefined) {
      throw new Error(
        `${path}: stack is ${JSON.stringify(name)}, the same as that of ${other}\n` +
          '  allowed: a unique name for each stack: cloud-CLOUD, CLUSTER or MANAGEMENT-CLUSTER\n' +
          '  fix: rename one of the two',
      );
    }
    first.set(name, path);
  }
}

function checkKnown(
  what: SelectionError['what'],
  given: readonly string[],
  known: readonly string[],
): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(new SelectionError(what, unknown, known).optionMessage);
}
