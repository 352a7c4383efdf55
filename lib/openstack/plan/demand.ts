import { MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { OpenStackCluster } from '../model/cluster';
import { groupVolumes, type MachineGroup } from './machine-groups';
import { isResource, type PlanItem, type ResourceKind } from './plan';

/** Resources that quotas of a project can limit. */
export const DEMANDED = Object.freeze([
  'instances',
  'cores',
  'ramMiB',
  'volumes',
  'gigabytes',
  'ports',
  'floatingIPs',
  'networks',
  'subnets',
  'routers',
  'securityGroups',
  'securityGroupRules',
  'serverGroups',
  'keyPairs',
  'loadBalancers',
] as const);

/** Resource that a quota of a project can limit. */
export type Demanded = (typeof DEMANDED)[number];

/** Counts by resource; resources without a count are left out. */
export type Demand = Readonly<Partial<Record<Demanded, number>>>;

/** CPU cores and memory of a flavor. */
export interface FlavorSize {
  readonly cores: number;
  readonly ramMiB: number;
}

/** Quota that a resource uses. A network has a port for DHCP, and a load balancer has one for its address. */
const COUNTED: Readonly<Partial<Record<ResourceKind, Demand>>> = {
  network: { networks: 1, ports: 1 },
  subnet: { subnets: 1 },
  router: { routers: 1 },
  routerInterface: { ports: 1 },
  port: { ports: 1 },
  floatingIP: { floatingIPs: 1 },
  securityGroup: { securityGroups: 1 },
  securityGroupRule: { securityGroupRules: 1 },
  serverGroup: { serverGroups: 1 },
  keyPair: { keyPairs: 1 },
  loadBalancer: { loadBalancers: 1, ports: 1 },
};

/** Computes the quota that resources use. */
export function itemDemand(items: readonly PlanItem[]): Demand {
  return sum(items.filter(isResource).map(({ kind }) => COUNTED[kind] ?? {}));
}

/** Computes the quota that machines of a group use; without the size of their flavor, cores and memory are left out. */
export function machineDemand(
  group: MachineGroup,
  count: number,
  size: FlavorSize | undefined,
): Demand {
  if (count <= 0) return {};
  const volumes = groupVolumes(group);
  const gibibytes = volumes.reduce((total, { sizeGiB }) => total + sizeGiB, 0);
  const ports = group.machine.ports?.length ?? 1;
  const isPooled = group.machine.floatingIPPool !== undefined;
  return {
    instances: count,
    ...(ports === 0 ? {} : { ports: ports * count }),
    ...(isPooled && { floatingIPs: count }),
    ...(size === undefined ? {} : { cores: size.cores * count, ramMiB: size.ramMiB * count }),
    ...(volumes.length === 0
      ? {}
      : { volumes: volumes.length * count, gigabytes: gibibytes * count }),
  };
}

/** Returns the size of a flavor as the program states it. */
export function statedSize({ cloud }: OpenStackCluster, flavor: string): FlavorSize | undefined {
  const stated = cloud.sizes[flavor];
  const memory = stated && tryParseBytes(stated.memory);
  if (stated === undefined || memory === undefined) return undefined;
  return { cores: stated.cpus, ramMiB: Math.ceil(memory / MEBIBYTE) };
}

/** Adds up demands. */
export function sum(demands: readonly Demand[]): Demand {
  const total: Partial<Record<Demanded, number>> = {};
  for (const demand of demands) {
    for (const thing of DEMANDED) {
      const count = demand[thing];
      if (count !== undefined) total[thing] = (total[thing] ?? 0) + count;
    }
  }
  return total;
}
