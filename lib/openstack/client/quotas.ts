import { valueAt } from '../../base/value-at';
import type { Demanded } from '../plan/demand';
import type { CloudClient } from './cloud-client';
import { CloudError } from './cloud-error';

/** Limit of a project, and the part that is used. */
export interface Quota {
  readonly limit: number;
  readonly used: number;
}

/** Limits of a project; resources without a limit are left out. */
export interface Quotas {
  /** Limits by resource. */
  readonly things: ReadonlyMap<Demanded, Quota>;
  /** Maximum number of servers in a server group; absent without a limit. */
  readonly serverGroupMembers?: number;
}

/** Command that sets a quota, to be followed by the number and the project. */
export const QUOTA_COMMANDS: Readonly<Record<Demanded, string>> = {
  instances: 'openstack quota set --instances',
  cores: 'openstack quota set --cores',
  ramMiB: 'openstack quota set --ram',
  volumes: 'openstack quota set --volumes',
  gigabytes: 'openstack quota set --gigabytes',
  ports: 'openstack quota set --ports',
  floatingIPs: 'openstack quota set --floating-ips',
  networks: 'openstack quota set --networks',
  subnets: 'openstack quota set --subnets',
  routers: 'openstack quota set --routers',
  securityGroups: 'openstack quota set --secgroups',
  securityGroupRules: 'openstack quota set --secgroup-rules',
  serverGroups: 'openstack quota set --server-groups',
  keyPairs: 'openstack quota set --key-pairs',
  loadBalancers: 'openstack loadbalancer quota set --loadbalancer',
};

type Names = readonly (readonly [thing: Demanded, limit: string, used: string])[];

const NOVA: Names = [
  ['instances', 'maxTotalInstances', 'totalInstancesUsed'],
  ['cores', 'maxTotalCores', 'totalCoresUsed'],
  ['ramMiB', 'maxTotalRAMSize', 'totalRAMUsed'],
  ['serverGroups', 'maxServerGroups', 'totalServerGroupsUsed'],
];

const CINDER: Names = [
  ['volumes', 'maxTotalVolumes', 'totalVolumesUsed'],
  ['gigabytes', 'maxTotalVolumeGigabytes', 'totalGigabytesUsed'],
];

const NEUTRON: Readonly<Partial<Record<Demanded, string>>> = {
  ports: 'port',
  floatingIPs: 'floatingip',
  networks: 'network',
  subnets: 'subnet',
  routers: 'router',
  securityGroups: 'security_group',
  securityGroupRules: 'security_group_rule',
};

/** Reads the limits of a project and their use. */
export async function readQuotas(client: CloudClient): Promise<Quotas> {
  const [nova, keyPairs, cinder, neutron, octavia] = await Promise.all([
    client.get('compute', '/limits'),
    client.list('compute', '/os-keypairs', 'keypairs'),
    client.has('volume') ? client.get('volume', '/limits') : undefined,
    neutronQuotas(client),
    client.has('loadBalancer') ? balancers(client) : [],
  ]);
  const members = valueAt(absolute(nova), 'maxServerGroupMembers');
  return {
    things: new Map([
      ...limits(nova, NOVA),
      ...entry('keyPairs', valueAt(absolute(nova), 'maxTotalKeypairs'), keyPairs.length),
      ...limits(cinder, CINDER),
      ...neutron,
      ...octavia,
    ]),
    ...(typeof members === 'number' && members >= 0 ? { serverGroupMembers: members } : {}),
  };
}

function limits(answer: unknown, names: Names): readonly (readonly [Demanded, Quota])[] {
  const numbers = absolute(answer);
  return names.flatMap(([thing, limit, used]) =>
    entry(thing, valueAt(numbers, limit), valueAt(numbers, used)),
  );
}

function absolute(answer: unknown): unknown {
  return valueAt(valueAt(answer, 'limits'), 'absolute');
}

/** Not every cloud lets members of a project read their use of Neutron. */
async function neutronQuotas(client: CloudClient) {
  try {
    const answer = await client.get('network', `/quotas/${client.projectId}/details`);
    const quota = valueAt(answer, 'quota');
    return (Object.entries(NEUTRON) as [Demanded, string][]).flatMap(([thing, name]) => {
      const details = valueAt(quota, name);
      const used =
        Number(valueAt(details, 'used') ?? 0) + Number(valueAt(details, 'reserved') ?? 0);
      return entry(thing, valueAt(details, 'limit'), used);
    });
  } catch (error) {
    if (error instanceof CloudError && error.isRefusal) return [];
    throw error;
  }
}

async function balancers(client: CloudClient) {
  const { projectId } = client;
  const [answer, used] = await Promise.all([
    client.get('loadBalancer', `/lbaas/quotas/${projectId}`),
    client.list('loadBalancer', `/lbaas/loadbalancers?project_id=${projectId}`, 'loadbalancers'),
  ]);
  const quota = valueAt(answer, 'quota');
  const limit = valueAt(quota, 'load_balancer') ?? valueAt(quota, 'loadbalancer');
  return entry('loadBalancers', limit, used.length);
}

function entry(
  thing: Demanded,
  limit: unknown,
  used: unknown,
): readonly (readonly [Demanded, Quota])[] {
  return typeof limit === 'number' && limit >= 0
    ? [[thing, { limit, used: Number(used ?? 0) }]]
    : [];
}
