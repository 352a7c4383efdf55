import type { CloudModel } from '../model/cloud';
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
    found.push(...(await findExisting(client, items)));
  }
  return found;
}

interface CloudItems {
  readonly cloud: CloudModel;
  readonly items: readonly PlanItem[];
}

function itemsByCloud(plan: FleetPlan): ReadonlyMap<string, CloudItems> {
  const byCloud = new Map<string, CloudItems>();
  const add = (cloud: CloudModel, items: readonly PlanItem[]) => {
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
    `--entry ${name} is missing\n  allowed: the entry of clouds.yaml for each cloud, as there are several\n` +
      `  fix: --entry ${name}=name-in-clouds-yaml`,
  );
}
