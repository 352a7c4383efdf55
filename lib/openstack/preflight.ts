import { formatIssue, type Issue } from '../errors';
import type { CloudModel } from '../model/cloud';
import type { ClusterModel } from '../model/cluster';
import { MEBIBYTE, tryParseBytes } from '../model/quantity';
import type { ClusterPlan } from '../plan/cluster-plan';
import { clusterDemand, type Demand, type Demanded, itemDemand, sum } from '../plan/demand';
import type { CloudPlan } from '../plan/fleet-plan';
import type { PlanItem } from '../plan/plan';
import type { CloudClient, CloudObject } from './cloud-client';
import { findExisting } from './existing';
import { fieldOf } from './fields';
import { freeOf, QUOTA_COMMANDS } from './quotas';

/** Part of a plan that is in one cloud. */
export interface CloudPart {
  /** Cloud itself. */
  readonly cloud: CloudModel;
  /** What is made for the cloud; absent where clusters alone are planned. */
  readonly own?: CloudPlan;
  /** What is made for its clusters. */
  readonly clusters: readonly ClusterPlan[];
}

/**
 * Looks at a cloud before anything is made in it: services, region, external network, flavors, images and quotas.
 *
 * @throws Error when the cloud cannot be read.
 */
export async function preflight(client: CloudClient, part: CloudPart): Promise<readonly Issue[]> {
  const found = await Promise.all([
    services(client, part),
    externalNetwork(client, part),
    flavors(client, part),
    images(client, part),
    quotas(client, part),
  ]);
  const issues = found.flat();
  return [...new Map(issues.map((issue) => [formatIssue(issue), issue])).values()];
}

function itemsOf({ own, clusters }: CloudPart): readonly PlanItem[] {
  return [...(own?.items ?? []), ...clusters.flatMap(({ items }) => items)];
}

function services(client: CloudClient, { cloud, clusters }: CloudPart): Issue[] {
  const { region } = client.access;
  if (region !== undefined && !client.regions.includes(region)) {
    return [
      {
        path: cloud.path,
        prop: 'region',
        given: region,
        allowed: `a region of the catalog: ${client.regions.join(', ')}`,
        fix: `set region_name: ${client.regions[0] ?? '…'} in ${client.access.origin}`,
        rule: 'cloud-region',
      },
    ];
  }
  return clusters.flatMap(({ cluster }) => {
    const { endpoint, path } = cluster;
    const issues: Issue[] = [];
    const isBalanced = endpoint.kind === 'managed' || endpoint.kind === 'loadBalancer';
    if (isBalanced && !client.has('loadBalancer')) {
      issues.push({
        path,
        prop: 'endpoint',
        given: endpoint.kind,
        allowed: 'an endpoint without Octavia, which the cloud does not have',
        fix: 'write ApiEndpoint.virtualIp() or ApiEndpoint.external({ host })',
        rule: 'cloud-octavia',
      });
    }
    if ('dnsName' in endpoint && endpoint.dnsName !== undefined && !client.has('dns')) {
      issues.push({
        path,
        prop: 'endpoint.dnsName',
        given: endpoint.dnsName,
        allowed: 'no name, as the cloud has no Designate',
        fix: 'leave dnsName out, and make the record where the zone is',
        rule: 'cloud-designate',
      });
    }
    return issues;
  });
}

async function externalNetwork(client: CloudClient, part: CloudPart): Promise<Issue[]> {
  const { cloud } = part;
  const { externalNetwork: external } = cloud;
  if (external?.kind === 'none' || !part.clusters.some(({ cluster }) => needsOutside(cluster)))
    return [];
  const networks = await client.list('network', '/networks?router:external=true', 'networks');
  const matching = networks.filter((network) => {
    if (external === undefined) return true;
    const by = external.network;
    if ('id' in by) return network.id === by.id;
    const { name, tags = [] } = by.filter;
    const has = Array.isArray(network.tags) ? network.tags : [];
    return (name === undefined || network.name === name) && tags.every((tag) => has.includes(tag));
  });
  if (matching.length === 1) return [];
  const names = networks.map(({ name }) => JSON.stringify(name));
  return [
    {
      path: cloud.path,
      prop: 'externalNetwork',
      given: external?.network,
      allowed: `exactly one external network, of ${names.length === 0 ? 'which the cloud has none' : names.join(', ')}`,
      fix:
        names.length === 0
          ? 'write ExternalNetwork.none()'
          : `write ExternalNetwork.named(${names[0]})`,
      rule: 'cloud-external-network',
    },
  ];
}

function needsOutside({ network, endpoint }: ClusterModel): boolean {
  return network.kind !== 'adopted' || endpoint.kind !== 'external';
}

async function flavors(client: CloudClient, { cloud, clusters }: CloudPart): Promise<Issue[]> {
  const used = new Set(
    clusters.flatMap(({ cluster: { controlPlane, pools } }) =>
      [controlPlane, ...pools].map(({ flavor }) => flavor),
    ),
  );
  if (used.size === 0) return [];
  const known = await client.list('compute', '/flavors/detail', 'flavors');
  const names = known.map(({ name }) => String(name)).sort();
  return Object.entries(cloud.flavors).flatMap(([name, stated]): Issue[] => {
    if (!used.has(name)) return [];
    const place = {
      path: cloud.path,
      prop: `flavors[${JSON.stringify(name)}]`,
      rule: 'cloud-flavor',
    };
    const flavor = known.find((one) => one.name === name);
    if (flavor === undefined) {
      const allowed = `a flavor of the cloud: ${names.slice(0, 20).join(', ')}`;
      return [
        { ...place, given: name, allowed, fix: 'correct the name, or choose another flavor' },
      ];
    }
    const ram = tryParseBytes(stated.memory);
    const isThere =
      Number(flavor.vcpus) >= stated.cpus &&
      (ram === undefined || Number(flavor.ram) >= ram / MEBIBYTE);
    if (isThere) return [];
    const fix = `write { cpus: ${String(flavor.vcpus)}, memory: '${String(flavor.ram)}Mi', disk: '${String(flavor.disk)}Gi' }`;
    const allowed = `at most what the cloud gives it: ${String(flavor.vcpus)} cpus, ${String(flavor.ram)}Mi`;
    return [{ ...place, given: stated, allowed, fix }];
  });
}

async function images(client: CloudClient, { cloud, clusters }: CloudPart): Promise<Issue[]> {
  const wanted = new Map(
    clusters.flatMap(({ cluster: { controlPlane, pools } }) =>
      [controlPlane, ...pools].flatMap(({ image, path }) =>
        'id' in image || image.filter.name === undefined
          ? []
          : [[image.filter.name, path] as const],
      ),
    ),
  );
  const missing: Issue[] = [];
  for (const [name, path] of wanted) {
    if (cloud.imageUploads?.[name] !== undefined) continue;
    const found = await client.list('image', `/images?name=${encodeURIComponent(name)}`, 'images');
    if (found.length === 1) continue;
    missing.push({
      path,
      prop: 'image',
      given: name,
      allowed:
        found.length === 0
          ? 'an image of the cloud'
          : `one image, not ${found.length} of that name`,
      fix:
        found.length === 0
          ? `upload it, or add it to imageUploads of ${cloud.path}`
          : 'write MachineImage.id(…) with the identifier of one of them',
      rule: 'cloud-image',
    });
  }
  return missing;
}

async function quotas(client: CloudClient, part: CloudPart): Promise<Issue[]> {
  const demands = part.clusters.map((plan) => ({ plan, demand: clusterDemand(plan) }));
  const needed = sum([itemDemand(part.own?.items ?? []), ...demands.map(({ demand }) => demand)]);
  const [free, own] = await Promise.all([freeOf(client), existingDemand(client, part)]);
  const issues: Issue[] = [];
  for (const [thing, count] of Object.entries(needed) as [Demanded, number][]) {
    const limit = free[thing];
    const open = count - (own[thing] ?? 0);
    if (limit === undefined || open <= limit) continue;
    const shares = demands
      .filter(({ demand }) => (demand[thing] ?? 0) > 0)
      .sort((a, b) => (b.demand[thing] ?? 0) - (a.demand[thing] ?? 0))
      .slice(0, 5)
      .map(({ plan, demand }) => `${plan.cluster.path} ${demand[thing]}`);
    issues.push({
      path: part.cloud.path,
      prop: `quota of ${thing}`,
      given: limit,
      allowed: `${open} free at least, for all pools at their largest and one machine of each being replaced (${shares.join(', ')})`,
      fix: `ask for more: openstack quota set --${QUOTA_COMMANDS[thing]} N ${client.projectId}, with ${open - limit} above today's; or make pools smaller`,
      rule: 'cloud-quota',
    });
  }
  return issues;
}

/** What the project has already of what is planned. */
async function existingDemand(client: CloudClient, part: CloudPart): Promise<Demand> {
  const existing = await findExisting(client, itemsOf(part));
  const servers = await client.list('compute', '/servers/detail', 'servers');
  const own = servers.filter((server) => part.clusters.some((plan) => isMachine(server, plan)));
  return sum([
    itemDemand(existing.map(({ resource }) => resource)),
    ...own.map((server) => ({
      instances: 1,
      ports: 1,
      cores: Number(fieldOf(server.flavor, 'vcpus') ?? 0),
      ramMiB: Number(fieldOf(server.flavor, 'ram') ?? 0),
    })),
  ]);
}

/** Servers have the names of their machines, which begin with that of the control plane or the pool. */
function isMachine({ name }: CloudObject, { cluster }: ClusterPlan): boolean {
  const groups = [
    `${cluster.name}-control-plane`,
    ...cluster.pools.map((pool) => pool.deploymentName),
  ];
  return groups.some((group) => String(name).startsWith(`${group}-`));
}
