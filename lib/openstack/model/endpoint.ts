import { peerRange } from '../../base/cidr';
import {
  KUBE_VIP_IMAGE,
  type KubeVipModel,
  type KubeVipOptions,
} from '../../cluster/model/kube-vip';
import type { Lookup } from './lookup';
import type { NetworkLookup } from './network-lookup';

/** Health probe that a load balancer sends to API servers. */
export interface LoadBalancerMonitor {
  /**
   * Time between probes, in seconds.
   *
   * @default 10
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.delay (infrastructure.cluster.x-k8s.io)
   */
  readonly delaySeconds?: number;
  /**
   * Time to wait for an answer, in seconds; less than the delay.
   *
   * @default 5
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.timeout (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
  /**
   * Answers in a row after which a member is up.
   *
   * @default 5
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.maxRetries (infrastructure.cluster.x-k8s.io)
   */
  readonly maxRetries?: number;
  /**
   * Missed answers in a row after which a member is down.
   *
   * @default 3
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.maxRetriesDown (infrastructure.cluster.x-k8s.io)
   */
  readonly maxRetriesDown?: number;
}

/** Floating address of an endpoint: a given one, one that is allocated, or none. */
export class FloatingIP {
  /**
   * Address that is allocated by who makes the endpoint: by the provider for {@link ApiEndpoint.managed}, which gives it
   * back with the cluster, and by `pulumi up` for all others.
   */
  static allocated(): FloatingIP {
    return new FloatingIP({ kind: 'allocated' });
  }

  /** Address that exists in the project already and outlives the cluster. */
  static fromAddress(address: string): FloatingIP {
    return new FloatingIP({ kind: 'address', address });
  }

  /**
   * Address that the provider allocates for {@link ApiEndpoint.machine}, and deletes with the machine that has it.
   *
   * It is for clusters that are made anew rather than upgraded: nothing has to be provisioned for it, and nothing reaches
   * the cluster again after its machine has been replaced.
   */
  static ephemeral(): FloatingIP {
    return new FloatingIP({ kind: 'ephemeral' });
  }

  /** No floating address: the endpoint is reached inside the network only. */
  static none(): FloatingIP {
    return new FloatingIP({ kind: 'none' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: FloatingIPModel,
  ) {}
}

/** Floating address of an endpoint, as plain data. */
export type FloatingIPModel =
  | { readonly kind: 'allocated' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'ephemeral' }
  | { readonly kind: 'none' };

/** Options of load balancers, whoever makes them. */
export interface LoadBalancerOptions {
  /**
   * Octavia driver that makes the load balancer.
   *
   * @default - the cloud's default provider
   * @see OpenStackCluster.spec.apiServerLoadBalancer.provider (infrastructure.cluster.x-k8s.io)
   */
  readonly provider?: string;
  /**
   * IPv4 ranges and addresses from which the API server is reached, besides the cluster's own.
   *
   * A load balancer that `pulumi up` makes gets them once, when it is made. A later change reaches it only through the
   * manifests, as the OpenStack provider keeps its listener from then on; `pulumi up` changes no more than the rules of
   * provisioned security groups.
   *
   * @default - everywhere
   * @see OpenStackCluster.spec.apiServerLoadBalancer.allowedCIDRs (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedCidrs?: readonly string[];
  /**
   * TCP ports that the load balancer passes on besides the API server's.
   *
   * @default - the API server's port alone
   * @see OpenStackCluster.spec.apiServerLoadBalancer.additionalPorts (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalPorts?: readonly number[];
  /**
   * Health probe of the load balancer.
   *
   * @default - the provider's own timing
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor (infrastructure.cluster.x-k8s.io)
   */
  readonly monitor?: LoadBalancerMonitor;
  /**
   * Floating address of the load balancer.
   *
   * @default - an allocated one, or none where the cloud has no external network
   * @see OpenStackCluster.spec.apiServerFloatingIP (infrastructure.cluster.x-k8s.io)
   */
  readonly floatingIP?: FloatingIP;
}

/** Options of {@link ApiEndpoint.managed}. */
export interface ManagedEndpointOptions extends LoadBalancerOptions {
  /**
   * Octavia flavor of the load balancer.
   *
   * @default - the cloud's default flavor
   * @see OpenStackCluster.spec.apiServerLoadBalancer.flavor (infrastructure.cluster.x-k8s.io)
   */
  readonly flavor?: string;
  /**
   * Octavia availability zone of the load balancer.
   *
   * @default - the cloud's default
   * @see OpenStackCluster.spec.apiServerLoadBalancer.availabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly availabilityZone?: string;
  /**
   * Network of the load balancer's address, from which the machines can be reached.
   *
   * @default - the network of the machines
   * @see OpenStackCluster.spec.apiServerLoadBalancer.network (infrastructure.cluster.x-k8s.io)
   */
  readonly network?: NetworkLookup;
  /**
   * Identifier of the subnet of that network in which the address is; a name is not enough for the provider.
   *
   * @default - one that Octavia chooses
   * @see OpenStackCluster.spec.apiServerLoadBalancer.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetId?: string;
  /**
   * Address of the load balancer in its subnet.
   *
   * @default - one that Neutron hands out
   * @see OpenStackCluster.spec.apiServerFixedIP (infrastructure.cluster.x-k8s.io)
   */
  readonly vipAddress?: string;
}

/** Options of {@link ApiEndpoint.external}. */
export interface ExternalEndpointOptions {
  /**
   * Host name or address under which the API server is reached.
   *
   * @see OpenStackCluster.spec.controlPlaneEndpoint.host (infrastructure.cluster.x-k8s.io)
   */
  readonly host: string;
  /**
   * Port of the endpoint.
   *
   * @default - the cluster's API server port
   * @see OpenStackCluster.spec.controlPlaneEndpoint.port (infrastructure.cluster.x-k8s.io)
   */
  readonly port?: number;
}

/** Options of {@link ApiEndpoint.loadBalancer}. */
export interface ProvisionedLoadBalancerOptions extends LoadBalancerOptions {
  /**
   * Identifier of the Octavia flavor of the load balancer; `pulumi up` cannot look a name up.
   *
   * @default - the cloud's default flavor
   */
  readonly flavorId?: string;
  /**
   * Address of the load balancer in the machines' subnet, outside its allocation pools.
   *
   * @default - one that Neutron hands out
   */
  readonly vipAddress?: string;
  /**
   * Name under which Designate knows the endpoint, in the cloud's `dnsZone`; it is in the certificate too.
   *
   * @default - no record
   */
  readonly dnsName?: string;
}

/** Options of {@link ApiEndpoint.virtualIp}. */
export interface VirtualIpOptions extends KubeVipOptions {
  /**
   * Address in the machines' subnet, outside its allocation pools.
   *
   * On an adopted or shared network it must be given. A managed network gets pools that leave the address out, where it
   * has none.
   *
   * @default - the last host of the range of a cluster's own network, whose pools then leave it out
   */
  readonly address?: string;
  /**
   * Floating address that leads to the virtual one.
   *
   * It is on a port that `pulumi up` makes, and a managed network has none: write `FloatingIP.none()` there.
   *
   * @default - an allocated one, or none where the cloud has no external network
   */
  readonly floatingIP?: FloatingIP;
  /**
   * Name under which Designate knows the endpoint, in the cloud's `dnsZone`; it is in the certificate too.
   *
   * @default - no record
   */
  readonly dnsName?: string;
}

/** Options of {@link ApiEndpoint.machine}. */
export interface MachineEndpointOptions {
  /**
   * Floating address of the machine: one that is allocated or given, and goes from a machine to the next one, or an
   * ephemeral one.
   *
   * @default - one that `pulumi up` allocates
   * @see OpenStackCluster.spec.apiServerFloatingIP (infrastructure.cluster.x-k8s.io)
   */
  readonly floatingIP?: FloatingIP;
  /**
   * Name under which Designate knows the endpoint, in the cloud's `dnsZone`; it is in the certificate too.
   *
   * @default - no record
   */
  readonly dnsName?: string;
}

/** Load balancer in front of a control plane, as plain data. */
export interface LoadBalancerModel {
  readonly provider?: string;
  readonly allowedCidrs: readonly string[];
  readonly additionalPorts: readonly number[];
  readonly monitor?: LoadBalancerMonitor;
  /** Absent where the cloud decides: allocated with an external network, none without. */
  readonly floatingIP?: FloatingIPModel;
}

/** Endpoint of a cluster's API server, as plain data. */
export type OpenStackEndpoint =
  | ({
      readonly kind: 'managed';
      /** Name of an Octavia flavor. */
      readonly flavor?: string;
      readonly availabilityZone?: string;
      /** Network of the address; absent takes that of the machines. */
      readonly vipNetwork?: Lookup;
      readonly vipSubnetId?: string;
      readonly vipAddress?: string;
    } & LoadBalancerModel)
  | ({
      readonly kind: 'loadBalancer';
      /** Identifier of an Octavia flavor. */
      readonly flavorId?: string;
      readonly vipAddress?: string;
      readonly dnsName?: string;
    } & LoadBalancerModel)
  | ({
      readonly kind: 'virtualIp';
      /** Empty until it is derived from the network. */
      readonly address: string;
      readonly floatingIP?: FloatingIPModel;
      readonly dnsName?: string;
    } & KubeVipModel)
  | {
      readonly kind: 'machine';
      /** Absent for one that `pulumi up` allocates. */
      readonly floatingIP?: FloatingIPModel;
      readonly dnsName?: string;
    }
  | { readonly kind: 'external'; readonly host: string; readonly port?: number };

/** How a cluster's API server is reached. */
export class ApiEndpoint {
  /** Octavia load balancer that Cluster API makes and deletes with the cluster. */
  static managed(options: ManagedEndpointOptions = {}): ApiEndpoint {
    const { flavor, availabilityZone, network, subnetId, vipAddress, ...balancer } = options;
    return new ApiEndpoint({
      kind: 'managed',
      ...loadBalancerModel(balancer),
      ...(flavor === undefined ? {} : { flavor }),
      ...(availabilityZone === undefined ? {} : { availabilityZone }),
      ...(network === undefined ? {} : { vipNetwork: network.lookup }),
      ...(subnetId === undefined ? {} : { vipSubnetId: subnetId }),
      ...(vipAddress === undefined ? {} : { vipAddress }),
    });
  }

  /**
   * Octavia load balancer that `pulumi up` makes under the name that the OpenStack provider adopts.
   *
   * The provider adds its members, and deletes it with the Cluster object; the floating address stays.
   */
  static loadBalancer(options: ProvisionedLoadBalancerOptions = {}): ApiEndpoint {
    const { flavorId, vipAddress, dnsName, ...balancer } = options;
    return new ApiEndpoint({
      kind: 'loadBalancer',
      ...loadBalancerModel(balancer),
      ...(flavorId === undefined ? {} : { flavorId }),
      ...(vipAddress === undefined ? {} : { vipAddress }),
      ...(dnsName === undefined ? {} : { dnsName }),
    });
  }

  /**
   * Address without a load balancer, which kube-vip holds on one of the control-plane machines.
   *
   * `pulumi up` reserves it with a port of its own and gives it a floating address. On a network that Cluster API makes
   * it is kept out of the allocation pools instead, and has no floating address.
   */
  static virtualIp(options: VirtualIpOptions = {}): ApiEndpoint {
    const { address = '', floatingIP, image = KUBE_VIP_IMAGE, dnsName, ...kubeVip } = options;
    return new ApiEndpoint({
      kind: 'virtualIp',
      ...kubeVip,
      address,
      image,
      ...(floatingIP === undefined ? {} : { floatingIP: floatingIP.model }),
      ...(dnsName === undefined ? {} : { dnsName }),
    });
  }

  /**
   * Floating address of the only control-plane machine, without a load balancer: the flavor `without-lb` of the provider.
   *
   * The provider gives the address to the machine. When a rollout replaces the machine, the address follows as soon as
   * the old one is gone and the provider looks at the new one again, which takes up to ten minutes without an API server.
   */
  static machine(options: MachineEndpointOptions = {}): ApiEndpoint {
    const { floatingIP, dnsName } = options;
    return new ApiEndpoint({
      kind: 'machine',
      ...(floatingIP === undefined ? {} : { floatingIP: floatingIP.model }),
      ...(dnsName === undefined ? {} : { dnsName }),
    });
  }

  /** Endpoint that somebody else runs and keeps pointed at the control plane. */
  static external(options: ExternalEndpointOptions): ApiEndpoint {
    return new ApiEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: OpenStackEndpoint,
  ) {}
}

/** Tells whether an endpoint has a load balancer, whoever makes it. */
export function hasBalancer(
  endpoint: OpenStackEndpoint,
): endpoint is Extract<OpenStackEndpoint, LoadBalancerModel> {
  return endpoint.kind === 'managed' || endpoint.kind === 'loadBalancer';
}

/** Tells whether `pulumi up` allocates a floating address for an endpoint on a cloud with an external network. */
export function hasMadeAddress(endpoint: OpenStackEndpoint): boolean {
  if (endpoint.kind === 'managed' || endpoint.kind === 'external') return false;
  return endpoint.floatingIP === undefined || endpoint.floatingIP.kind === 'allocated';
}

function loadBalancerModel(options: LoadBalancerOptions): LoadBalancerModel {
  const { floatingIP, allowedCidrs = [], additionalPorts = [], ...rest } = options;
  return {
    ...rest,
    allowedCidrs: allowedCidrs.map(peerRange),
    additionalPorts,
    ...(floatingIP === undefined ? {} : { floatingIP: floatingIP.model }),
  };
}
