import type { ClusterModel } from '../model/cluster';
import { hasBalancer } from '../model/endpoint';
import type { MachineModel } from '../model/machine';
import type { PoolModel } from '../model/node-pool';
import { MEBIBYTE, tryParseBytes } from '../model/quantity';
import type { ClusterPlan } from './cluster-plan';
import { isResource, type PlanItem, type ResourceKind } from './plan';

/** Things of which a project may have a limited number. */
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

/** Thing of which a project may have a limited number. */
export type Demanded = (typeof DEMANDED)[number];

/** Numbers of things, those of nothing left out. */
export type Demand = Readonly<Partial<Record<Demanded, number>>>;

/** What Cluster API makes for a managed network or managed groups, by the built-in rules. */
const MANAGED_NETWORK: Demand = { networks: 1, subnets: 1, routers: 1, ports: 2 };
const MANAGED_GROUPS: Demand = { securityGroups: 2, securityGroupRules: 20 };
/** Address of a load balancer, and the port of the driver behind it. */
const BALANCER_PORTS = 2;

const COUNTED: Readonly<Partial<Record<ResourceKind, Demand>>> = {
  network: { networks: 1 },
  subnet: { subnets: 1 },
  router: { routers: 1 },
  routerInterface: { ports: 1 },
  port: { ports: 1 },
  floatingIP: { floatingIPs: 1 },
  securityGroup: { securityGroups: 1 },
  securityGroupRule: { securityGroupRules: 1 },
  serverGroup: { serverGroups: 1 },
  keyPair: { keyPairs: 1 },
  loadBalancer: { loadBalancers: 1, ports: BALANCER_PORTS },
};

/** What a cluster needs of its project when every pool is at its largest and one of each is being replaced. */
export function clusterDemand({ cluster, items }: ClusterPlan): Demand {
  const { controlPlane, pools } = cluster;
  const surge = controlPlane.rollout.maxSurge ?? 1;
  return sum([
    itemDemand(items),
    managedDemand(cluster),
    machineDemand(cluster, controlPlane, controlPlane.replicas + surge),
    ...pools.map((pool) => machineDemand(cluster, pool, largestPool(pool))),
  ]);
}

/** What the resources of a plan need. */
export function itemDemand(items: readonly PlanItem[]): Demand {
  return sum(items.filter(isResource).map(({ kind }) => COUNTED[kind] ?? {}));
}

/** Adds numbers of things. */
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

/** Most machines of a pool at a time: its largest size and what a rollout adds. */
export function largestPool({ autoscale, replicas, rollout }: PoolModel): number {
  const size = autoscale?.maxSize ?? replicas ?? 1;
  const surge = rollout.maxSurge ?? 1;
  if (typeof surge === 'number') return size + surge;
  const percent = /^(\d+)%$/.exec(surge)?.[1];
  return (
    size + (percent === undefined ? Number(surge) || 1 : Math.ceil((size * Number(percent)) / 100))
  );
}

function managedDemand({ network, securityGroups, endpoint, cloud }: ClusterModel): Demand {
  const reachable = cloud.externalNetwork?.kind !== 'none';
  const isManaged = endpoint.kind === 'managed';
  const getsAddress =
    isManaged && reachable && (endpoint.floatingIP?.kind ?? 'allocated') === 'allocated';
  return sum([
    network.kind === 'managed' ? MANAGED_NETWORK : {},
    securityGroups.kind === 'managed' ? MANAGED_GROUPS : {},
    isManaged && hasBalancer(endpoint) ? { loadBalancers: 1, ports: BALANCER_PORTS } : {},
    getsAddress ? { floatingIPs: 1 } : {},
  ]);
}

function machineDemand({ cloud }: ClusterModel, machine: MachineModel, count: number): Demand {
  const flavor = cloud.flavors[machine.flavor];
  const memory = flavor === undefined ? undefined : tryParseBytes(flavor.memory);
  const { rootVolume } = machine;
  return {
    instances: count,
    ports: count,
    ...(flavor === undefined ? {} : { cores: flavor.cpus * count }),
    ...(memory === undefined ? {} : { ramMiB: Math.ceil(memory / MEBIBYTE) * count }),
    ...(rootVolume === undefined ? {} : { volumes: count, gigabytes: rootVolume.sizeGiB * count }),
  };
}
