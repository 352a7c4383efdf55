import type { GroupJson, PlanJson } from '../plan/plan-json';

/** One stack of a fleet. */
export interface FleetStack {
  /** Name of the stack. */
  readonly name: string;
  /** Construct path of its cloud or cluster, for messages. */
  readonly path: string;
  /** Values under `capi-fleet:` that say what the stack holds. */
  readonly config: Readonly<Record<string, string>>;
  /** Whether it holds a cloud, which clusters may need. */
  readonly isCloud: boolean;
}

/** Part of a fleet whose stacks are wanted. */
export interface StackFilter {
  /** Names of clusters. */
  readonly clusters: readonly string[];
  /** Names of clouds. */
  readonly clouds: readonly string[];
}

/**
 * Stacks of a fleet: one for each cloud and each cluster for which something is made.
 *
 * @throws Error when a cluster or cloud is named that the fleet does not have.
 */
export function stacksOf(plan: PlanJson, { clusters, clouds }: StackFilter): readonly FleetStack[] {
  checkKnown('cluster', clusters, plan.clusters);
  checkKnownClouds(clouds, plan);
  const all = clusters.length === 0 && clouds.length === 0;
  const names = plan.clusters.map(({ name }) => name);
  return [
    ...plan.clouds
      .filter(({ name, resources }) => resources.length > 0 && (all || clouds.includes(name)))
      .map(({ name, path }) => ({
        name: `cloud-${name}`,
        path,
        config: { clouds: JSON.stringify([name]), clusters: '[]' },
        isCloud: true,
      })),
    ...plan.clusters
      .filter(({ resources }) => resources.length > 0)
      .filter(({ name, cloud }) => all || clusters.includes(name) || clouds.includes(cloud))
      .map(({ name, path, managementCluster }) => ({
        name: isUnique(name, names) ? name : `${managementCluster}-${name}`,
        path,
        config: { clusters: JSON.stringify([isUnique(name, names) ? name : path]) },
        isCloud: false,
      })),
  ];
}

function isUnique(name: string, names: readonly string[]): boolean {
  return names.filter((one) => one === name).length === 1;
}

function checkKnownClouds(clouds: readonly string[], plan: PlanJson): void {
  const known = new Set([
    ...plan.clouds.map(({ name }) => name),
    ...plan.clusters.map(({ cloud }) => cloud),
  ]);
  checkKnown(
    'cloud',
    clouds,
    [...known].map((name) => ({ name })),
  );
}

function checkKnown(
  what: string,
  given: readonly string[],
  known: readonly Pick<GroupJson, 'name'>[],
): void {
  const unknown = given.find((name) => known.every((one) => one.name !== name));
  if (unknown === undefined) return;
  const names = known.slice(0, 20).map(({ name }) => name);
  throw new Error(
    `--${what}: there is no ${what} ${JSON.stringify(unknown)}; there are ${names.join(', ')}`,
  );
}
