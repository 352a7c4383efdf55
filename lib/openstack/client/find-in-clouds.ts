import type { StateResource } from '../../provision/stack-state';
import type { OpenStackCloudModel } from '../model/cloud';
import type { FleetPlan } from '../plan/fleet-plan';
import { isResource, type PlanItem } from '../plan/plan';
import { cloudAccess } from './cloud-access';
import { CloudClient } from './cloud-client';
import { CloudSearch, type ExistingResource } from './cloud-search';

/**
 * Finds what already exists under the planned names, in every cloud of a plan.
 *
 * @param entries Entries of `clouds.yaml` by cloud name; a single cloud can use `OS_CLOUD`.
 * @throws Error when a cloud cannot be read, or its entry is unknown.
 */
export function findInClouds(
  plan: FleetPlan,
  entries: Readonly<Record<string, string>>,
): Promise<readonly ExistingResource[]> {
  return inClouds(plan, entries, (client, items) => new CloudSearch(client, items).existing());
}

/**
 * Finds what a stack has replaced although it matches the plan and should be kept, in every cloud of a plan.
 *
 * @param state Resources of the stack whose name has a replaced resource.
 * @throws Error when a cloud cannot be read, or its entry is unknown.
 */
export function findReplaced(
  plan: FleetPlan,
  entries: Readonly<Record<string, string>>,
  state: readonly StateResource[],
): Promise<readonly StateResource[]> {
  return inClouds(plan, entries, async (client, items) => {
    const search = new CloudSearch(client, items, state);
    const kept = await Promise.all(items.filter(isResource).map((one) => search.betterKept(one)));
    return kept.flatMap((one) => one ?? []);
  });
}

async function inClouds<T>(
  plan: FleetPlan,
  entries: Readonly<Record<string, string>>,
  find: (client: CloudClient, items: readonly PlanItem[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const clouds = itemsByCloud(plan);
  const found: T[] = [];
  for (const { cloud, items } of clouds.values()) {
    const entry = entries[cloud.name];
    if (entry === undefined && clouds.size > 1) throw unknownEntry(cloud.name);
    const access = cloudAccess({
      cloud: cloud.name,
      ...(entry === undefined
        ? {}
        : { entry, choose: (other: string) => `--entry ${cloud.name}=${other}` }),
    });
    const region = cloud.region ?? access.region;
    const client = await CloudClient.connect({ ...access, ...(region && { region }) });
    found.push(...(await find(client, items)));
  }
  return found;
}

interface CloudItems {
  readonly cloud: OpenStackCloudModel;
  readonly items: readonly PlanItem[];
}

function itemsByCloud(plan: FleetPlan): ReadonlyMap<string, CloudItems> {
  const byCloud = new Map<string, CloudItems>();
  const add = (cloud: OpenStackCloudModel, items: readonly PlanItem[]) => {
    const before = byCloud.get(cloud.path)?.items ?? [];
    if (items.length > 0) byCloud.set(cloud.path, { cloud, items: [...before, ...items] });
  };
  for (const { cloud, items } of plan.clouds) add(cloud, items);
  for (const { cluster, items } of plan.clusters) add(cluster.cloud, items);
  for (const [path, { items }] of byCloud) if (!items.some(isResource)) byCloud.delete(path);
  return byCloud;
}

function unknownEntry(name: string): Error {
  return new Error(
    `--entry ${name} is missing\n  allowed: an entry of clouds.yaml for each cloud, because there are several\n` +
      `  fix: --entry ${name}=name-in-clouds-yaml`,
  );
}
