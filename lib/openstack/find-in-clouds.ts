import type { FleetPlan } from '../plan/fleet-plan';
import { isResource, type PlanItem } from '../plan/plan';
import { cloudAccess } from './cloud-access';
import { CloudClient } from './cloud-client';
import { type ExistingResource, findExisting } from './existing';

/**
 * Finds in every cloud of a plan what exists already under the planned names.
 *
 * @param entries Entries of `clouds.yaml` by the names of clouds; a single cloud may do with `OS_CLOUD`.
 * @throws Error when a cloud cannot be read, or its entry is not known.
 */
export async function findInClouds(
  plan: FleetPlan,
  entries: Readonly<Record<string, string>>,
): Promise<readonly ExistingResource[]> {
  const clouds = itemsByCloud(plan);
  const found: ExistingResource[] = [];
  for (const [name, items] of clouds) {
    const entry = entries[name];
    if (entry === undefined && clouds.size > 1) throw unknownEntry(name);
    const client = await CloudClient.connect(cloudAccess(entry));
    found.push(...(await findExisting(client, items)));
  }
  return found;
}

function itemsByCloud(plan: FleetPlan): ReadonlyMap<string, readonly PlanItem[]> {
  const byCloud = new Map<string, PlanItem[]>();
  const add = (name: string, items: readonly PlanItem[]) => {
    if (items.some(isResource)) byCloud.set(name, [...(byCloud.get(name) ?? []), ...items]);
  };
  for (const { cloud, items } of plan.clouds) add(cloud.name, items);
  for (const { cluster, items } of plan.clusters) add(cluster.cloud.name, items);
  return byCloud;
}

function unknownEntry(name: string): Error {
  return new Error(
    `--entry ${name} is missing\n  allowed: the entry of clouds.yaml for each cloud, as there are several\n` +
      `  fix: --entry ${name}=name-in-clouds-yaml`,
  );
}
