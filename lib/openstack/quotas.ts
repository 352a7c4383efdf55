import type { Demand, Demanded } from '../plan/demand';
import type { CloudClient } from './cloud-client';
import { fieldOf } from './fields';

/** Names of quotas for the command `openstack quota set`. */
export const QUOTA_COMMANDS: Readonly<Record<Demanded, string>> = {
  instances: 'instances',
  cores: 'cores',
  ramMiB: 'ram',
  volumes: 'volumes',
  gigabytes: 'gigabytes',
  ports: 'ports',
  floatingIPs: 'floating-ips',
  networks: 'networks',
  subnets: 'subnets',
  routers: 'routers',
  securityGroups: 'secgroups',
  securityGroupRules: 'secgroup-rules',
  serverGroups: 'server-groups',
  keyPairs: 'key-pairs',
  loadBalancers: 'load-balancers',
};

const NEUTRON: Readonly<Partial<Record<Demanded, string>>> = {
  ports: 'port',
  floatingIPs: 'floatingip',
  networks: 'network',
  subnets: 'subnet',
  routers: 'router',
  securityGroups: 'security_group',
  securityGroupRules: 'security_group_rule',
};

const NOVA: Readonly<Partial<Record<Demanded, readonly [limit: string, used: string]>>> = {
  instances: ['maxTotalInstances', 'totalInstancesUsed'],
  cores: ['maxTotalCores', 'totalCoresUsed'],
  ramMiB: ['maxTotalRAMSize', 'totalRAMUsed'],
  serverGroups: ['maxServerGroups', 'totalServerGroupsUsed'],
  keyPairs: ['maxTotalKeypairs', ''],
};

const CINDER: Readonly<Partial<Record<Demanded, readonly [limit: string, used: string]>>> = {
  volumes: ['maxTotalVolumes', 'totalVolumesUsed'],
  gigabytes: ['maxTotalVolumeGigabytes', 'totalGigabytesUsed'],
};

/** What a project may still make of limited things; things without a limit are left out. */
export async function freeOf(client: CloudClient): Promise<Demand> {
  const [nova, cinder, neutron, octavia] = await Promise.all([
    client.get('compute', '/limits'),
    client.has('volume') ? client.get('volume', '/limits') : undefined,
    client.get('network', `/quotas/${client.projectId}/details`),
    client.has('loadBalancer') ? balancers(client) : undefined,
  ]);
  return {
    ...absolute(nova, NOVA),
    ...absolute(cinder, CINDER),
    ...details(neutron),
    ...(octavia === undefined ? {} : { loadBalancers: octavia }),
  };
}

type Limits = Readonly<Partial<Record<Demanded, readonly [limit: string, used: string]>>>;

function absolute(answer: unknown, names: Limits): Demand {
  const limits = fieldOf(fieldOf(answer, 'limits'), 'absolute');
  return Object.fromEntries(
    Object.entries(names).flatMap(([thing, [limit, used]]) =>
      entry(thing, fieldOf(limits, limit), fieldOf(limits, used)),
    ),
  );
}

function details(answer: unknown): Demand {
  const quota = fieldOf(answer, 'quota');
  return Object.fromEntries(
    Object.entries(NEUTRON).flatMap(([thing, name]) => {
      const { limit, used, reserved } = Object(fieldOf(quota, name)) as Record<string, unknown>;
      return entry(thing, limit, Number(used ?? 0) + Number(reserved ?? 0));
    }),
  );
}

async function balancers(client: CloudClient): Promise<number | undefined> {
  const answer = await client.get('loadBalancer', `/lbaas/quotas/${client.projectId}`);
  const quota = fieldOf(answer, 'quota');
  const limit = fieldOf(quota, 'load_balancer') ?? fieldOf(quota, 'loadbalancer');
  if (typeof limit !== 'number' || limit < 0) return undefined;
  const used = await client.list('loadBalancer', '/lbaas/loadbalancers?fields=id', 'loadbalancers');
  return limit - used.length;
}

function entry(thing: string, limit: unknown, used: unknown): [string, number][] {
  if (typeof limit !== 'number' || limit < 0) return [];
  return [[thing, limit - Number(used ?? 0)]];
}
