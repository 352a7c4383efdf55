import type { Issue } from '../../base/errors';
import { describeLookup } from '../model/lookup';
import { clusterDemand } from '../plan/cluster-demand';
import { type Demand, type Demanded, type FlavorSize, itemDemand, sum } from '../plan/demand';
import { type MachineGroup, machineGroups } from '../plan/machine-groups';
import type { FlavorsByName } from './check-flavors';
import type { CloudClient } from './cloud-client';
import { type CloudPart, Lacks } from './cloud-part';
import type { ExistingResource } from './cloud-search';
import { QUOTA_COMMANDS, type Quota, readQuotas } from './quotas';

/** Characters of a long name that Cluster API keeps before five random ones. */
const KEPT_CHARACTERS = 58;

/** Data that has been read from a cloud. */
export interface KnownCloud {
  readonly flavors: FlavorsByName;
  /** Existing resources of the plan, and of those that Cluster API creates. */
  readonly existing: readonly ExistingResource[];
}

/** Fix for quotas that each machine uses. */
const SMALLER_POOLS = 'make pools smaller';

/** Fixes that use less of a quota. */
const WITH_LESS: Readonly<Record<Demanded, string>> = {
  instances: SMALLER_POOLS,
  cores: SMALLER_POOLS,
  ramMiB: SMALLER_POOLS,
  volumes: SMALLER_POOLS,
  gigabytes: SMALLER_POOLS,
  ports: SMALLER_POOLS,
  floatingIPs: 'delete unused floating IPs, listed by openstack floating ip list --status DOWN',
  networks: 'put several clusters on one SharedNetwork',
  subnets: 'put several clusters on one SharedNetwork',
  routers: 'put several clusters on one SharedNetwork',
  securityGroups: 'delete unused security groups',
  securityGroupRules: 'delete unused security groups',
  serverGroups: 'leave out serverGroup',
  keyPairs: 'delete unused key pairs',
  loadBalancers: 'write ApiEndpoint.virtualIp()',
};

/** Quota that a cluster, or the cloud itself, needs, and the part that it already uses. */
interface Share {
  readonly path: string;
  readonly wanted: Demand;
  readonly there: Demand;
}

/** Checks that quotas are large enough for a plan with every pool at its largest size. */
export async function checkQuotas(
  client: CloudClient,
  part: CloudPart,
  known: KnownCloud,
): Promise<Issue[]> {
  const [quotas, servers] = await Promise.all([
    readQuotas(client),
    client.list('compute', '/servers/detail', 'servers'),
  ]);
  const names = servers.map(({ name }) => String(name));
  const shares = sharesOf(part, known, names);
  const lacks = new Lacks('cloud-quota');
  for (const [thing, quota] of quotas.things) {
    const open = shares
      .map(({ path, wanted, there }) => ({ path, count: openOf(thing, wanted, there) }))
      .filter(({ count }) => count > 0);
    const count = open.reduce((total, one) => total + one.count, 0);
    if (count === 0 || quota.used + count <= quota.limit) continue;
    lacks.add(part.cloud.path, `quota of ${thing}`, finding(thing, quota, count, open, client));
  }
  const { serverGroupMembers: most } = quotas;
  if (most !== undefined) checkMembers(part, most, lacks, client);
  return lacks.issues;
}

function openOf(thing: Demanded, wanted: Demand, there: Demand): number {
  return Math.max(0, (wanted[thing] ?? 0) - (there[thing] ?? 0));
}

function finding(
  thing: Demanded,
  { limit, used }: Quota,
  count: number,
  open: readonly { readonly path: string; readonly count: number }[],
  { projectId }: CloudClient,
) {
  const parts = [...open].sort((a, b) => b.count - a.count);
  const few = parts.slice(0, 5).map((one) => `${one.path} ${one.count}`);
  const more = parts.length > few.length ? [`${parts.length - few.length} others`] : [];
  const when =
    WITH_LESS[thing] === SMALLER_POOLS
      ? ' with every pool at its largest size and during a rollout'
      : '';
  return {
    given: `${limit}, of which ${used} ${used === 1 ? 'is' : 'are'} used`,
    allowed:
      `${used + count} or more, because ${count} more ${count === 1 ? 'is' : 'are'} needed` +
      `${when}: ${[...few, ...more].join(', ')}`,
    fix:
      `ask an administrator to run ${QUOTA_COMMANDS[thing]} ${used + count} ${projectId}, ` +
      `or ${WITH_LESS[thing]}`,
  };
}

/** Nova's limit for one group covers the servers of all pools and zones that join it, and those that a rollout adds. */
function checkMembers(part: CloudPart, most: number, lacks: Lacks, { projectId }: CloudClient) {
  const joined = new Map<string, { readonly path: string; count: number }>();
  for (const { cluster } of part.clusters) {
    for (const { path, machine, largest } of machineGroups(cluster)) {
      if (machine.serverGroup === undefined) continue;
      const key = describeLookup(machine.serverGroup);
      const known = joined.get(key);
      if (known === undefined) joined.set(key, { path, count: largest });
      else known.count += largest;
    }
  }
  for (const { path, count } of joined.values()) {
    if (count <= most) continue;
    lacks.add(path, 'serverGroup', {
      given: `${count} servers during a rollout`,
      allowed: `at most ${most} servers in a group`,
      fix: `ask an administrator to run openstack quota set --server-group-members ${count} ${projectId}, or leave out serverGroup`,
    });
  }
}

function sharesOf(
  part: CloudPart,
  { flavors, existing }: KnownCloud,
  servers: readonly string[],
): readonly Share[] {
  const found = new Set(existing.map(({ resource }) => resource.name));
  const own = part.own?.items ?? [];
  const census = {
    holds: ({ name }: { readonly name: string }) => found.has(name),
    machines: (group: MachineGroup) => Math.min(group.largest, countOf(group, servers)),
    sizeOf: (flavor: string) => sizeOf(flavors, flavor),
  };
  return [
    {
      path: part.cloud.path,
      wanted: itemDemand(own),
      there: itemDemand(own.filter(({ name }) => found.has(name))),
    },
    ...part.clusters.map((plan) => ({
      path: plan.cluster.path,
      wanted: clusterDemand(plan, { sizeOf: census.sizeOf }),
      there: sum([clusterDemand(plan, census)]),
    })),
  ];
}

/**
 * Counts the servers of a group by name: the name of the group and one or two random parts, which a bastion lacks.
 *
 * Cluster API truncates longer names after 58 characters and appends five of its own.
 */
function countOf({ prefix }: MachineGroup, names: readonly string[]): number {
  const kept = prefix.slice(0, KEPT_CHARACTERS);
  const end = prefix.length < KEPT_CHARACTERS ? /^(-[a-z0-9]+){0,2}$/ : /^[a-z0-9]{5}$/;
  const isOwn = (name: string) => name.startsWith(kept) && end.test(name.slice(kept.length));
  return names.filter((name) => name === prefix || isOwn(name)).length;
}

function sizeOf(flavors: FlavorsByName, name: string): FlavorSize | undefined {
  const flavor = flavors.get(name);
  return flavor && { cores: Number(flavor.vcpus), ramMiB: Number(flavor.ram) };
}
