import { OVN_DRIVER, OVN_METHOD } from '../model/cloud-conf';
import type { LoadBalancerMonitor } from '../model/endpoint';
import { given, type PlanItem, type PlannedResource, type PlanValue, refTo } from './plan';

/** Floating IP of an endpoint: allocated, existing or none. */
export type FloatingIPSpec =
  | { readonly kind: 'allocated'; readonly pool: PlanValue }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'none' };

/** Load balancer to plan. */
export interface LoadBalancerSpec {
  /** Name in the cloud; listeners, pools and monitors add a dash and their port. */
  readonly name: string;
  /** Ports, that of the API server first. */
  readonly ports: readonly number[];
  /** Octavia driver; absent for the cloud's default. */
  readonly provider?: string;
  /** ID of an Octavia flavor; absent for the cloud's default. */
  readonly flavorId?: string;
  /** CIDRs that may connect; empty for any address. */
  readonly allowedCidrs: readonly string[];
  readonly monitor?: LoadBalancerMonitor;
  /** Address in the subnet; absent if Neutron chooses one. */
  readonly vipAddress?: string;
  readonly floatingIP: FloatingIPSpec;
  readonly tags: readonly string[];
}

/** Surroundings of a load balancer. */
export interface LoadBalancerSurroundings {
  /** ID of the subnet of its address. */
  readonly subnetId: PlanValue;
  /** Names of resources that must exist before a floating IP can be associated. */
  readonly after?: readonly string[];
}

/** Settings of the OpenStack provider, which would otherwise change the monitor on adoption. */
const MONITOR = { delaySeconds: 10, timeoutSeconds: 5, maxRetries: 5, maxRetriesDown: 3 };

/** Plans a load balancer with listener, pool and monitor for each port, and its floating IP. */
export function planLoadBalancer(
  component: string,
  spec: LoadBalancerSpec,
  { subnetId, after = [] }: LoadBalancerSurroundings,
): PlanItem[] {
  const balancer: PlannedResource = {
    name: `${component}/load-balancer`,
    component,
    kind: 'loadBalancer',
    args: given({
      name: spec.name,
      description: 'Kubernetes API server',
      vipSubnetId: subnetId,
      vipAddress: spec.vipAddress,
      loadbalancerProvider: spec.provider,
      flavorId: spec.flavorId,
      tags: spec.tags.length === 0 ? undefined : spec.tags,
    }),
    after,
  };
  return [
    balancer,
    ...spec.ports.flatMap((port) => portParts(component, spec, port)),
    ...planFloatingIP(
      component,
      spec.floatingIP,
      refTo(balancer.name, 'vipPortId'),
      spec.tags,
      after,
    ),
  ];
}

/** Plans a floating IP that is associated with a port. */
export function planFloatingIP(
  component: string,
  floatingIP: FloatingIPSpec,
  portId: PlanValue,
  tags: readonly string[],
  after: readonly string[],
): PlannedResource[] {
  if (floatingIP.kind === 'none') return [];
  const isMade = floatingIP.kind === 'allocated';
  const made = planAddress(component, isMade ? floatingIP.pool : undefined, tags);
  const address = isMade ? refTo(made.name, 'address') : floatingIP.address;
  const association: PlannedResource = {
    name: `${component}/floating-ip-association`,
    component,
    kind: 'floatingIPAssociation',
    args: { floatingIp: address, portId },
    after,
  };
  return isMade ? [made, association] : [association];
}

/** Plans a floating IP for an API server, without an association. */
export function planAddress(
  component: string,
  pool: PlanValue | undefined,
  tags: readonly string[],
): PlannedResource {
  return {
    name: `${component}/floating-ip`,
    component,
    kind: 'floatingIP',
    args: given({
      pool,
      description: `Kubernetes API server, ${component}`,
      tags: tags.length === 0 ? undefined : tags,
    }),
  };
}

function portParts(component: string, spec: LoadBalancerSpec, port: number): PlannedResource[] {
  const suffix = port === spec.ports[0] ? '' : `-${port}`;
  const name = `${spec.name}-${port}`;
  const monitor = { ...MONITOR, ...spec.monitor };
  const listener = `${component}/listener${suffix}`;
  const pool = `${component}/pool${suffix}`;
  return [
    {
      component,
      name: listener,
      kind: 'listener',
      args: given({
        name,
        loadbalancerId: refTo(`${component}/load-balancer`, 'id'),
        protocol: 'TCP',
        protocolPort: port,
        allowedCidrs: spec.allowedCidrs.length === 0 ? undefined : spec.allowedCidrs,
      }),
      handedOver: ['allowedCidrs'],
    },
    {
      component,
      name: pool,
      kind: 'pool',
      args: {
        name,
        listenerId: refTo(listener, 'id'),
        protocol: 'TCP',
        lbMethod: spec.provider === OVN_DRIVER ? OVN_METHOD : 'ROUND_ROBIN',
      },
    },
    {
      component,
      name: `${component}/monitor${suffix}`,
      kind: 'monitor',
      args: {
        name,
        poolId: refTo(pool, 'id'),
        type: 'TCP',
        delay: monitor.delaySeconds,
        timeout: monitor.timeoutSeconds,
        maxRetries: monitor.maxRetries,
        maxRetriesDown: monitor.maxRetriesDown,
      },
      goesWith: pool,
    },
  ];
}
