import { peerRange } from '../../base/cidr';
import {
  KUBE_VIP_IMAGE,
  type KubeVipModel,
  type KubeVipOptions,
} from '../../cluster/model/kube-vip';
import type { Lookup } from './lookup';
import type { NetworkLookup } from './network-lookup';

/** Health monitor of a load balancer for API servers. */
export interface LoadBalancerMonitor {
  /**
   * Time between health checks, in seconds.
   *
   * @default 10
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.delay (infrastructure.cluster.x-k8s.io)
   */
  readonly delaySeconds?: number;
  /**
   * Time to wait for a response, in seconds; less than the delay.
   *
   * @default 5
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.timeout (infrastructure.cluster.x-k8s.io)
   */
  readonly timeoutSeconds?: number;
  /**
   * Number of consecutive successful health checks after which a member is up.
   *
   * @default 5
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.maxRetries (infrastructure.cluster.x-k8s.io)
   */
  readonly maxRetries?: number;
  /**
   * Number of consecutive failed health checks after which a member is down.
   *
   * @default 3
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor.maxRetriesDown (infrastructure.cluster.x-k8s.io)
   */
  readonly maxRetriesDown?: number;
}

/** Floating IP of an endpoint: an existing one, an allocated one, or none. */
export class FloatingIP {
  /**
   * Floating IP that is allocated for the endpoint.
   *
   * For {@link ApiEndpoint.managed}, the provider allocates it and releases it with the cluster. For all other endpoints,
   * `pulumi up` allocates it.
   */
  static allocated(): FloatingIP {
    return new FloatingIP({ kind: 'allocated' });
  }

  /** Existing floating IP of the project, which outlives the cluster. */
  static fromAddress(address: string): FloatingIP {
    return new FloatingIP({ kind: 'address', address });
  }

  /**
   * Floating IP that the provider allocates for {@link ApiEndpoint.machine}, and deletes with the machine that has it.
   *
   * Use it for clusters that are recreated rather than upgraded. Nothing has to be provisioned for it, but the cluster is
   * unreachable after its machine has been replaced.
   */
  static ephemeral(): FloatingIP {
    return new FloatingIP({ kind: 'ephemeral' });
  }

  /** No floating IP: the endpoint is reachable only inside the network. */
  static none(): FloatingIP {
    return new FloatingIP({ kind: 'none' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: FloatingIPModel,
  ) {}
}

/** Floating IP of an endpoint, as plain data. */
export type FloatingIPModel =
  | { readonly kind: 'allocated' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'ephemeral' }
  | { readonly kind: 'none' };

/** Options of all load balancers. */
export interface LoadBalancerOptions {
  /**
   * Octavia driver of the load balancer.
   *
   * @default - the cloud's default provider
   * @see OpenStackCluster.spec.apiServerLoadBalancer.provider (infrastructure.cluster.x-k8s.io)
   */
  readonly provider?: string;
  /**
   * IPv4 ranges and addresses that can reach the API server, in addition to the cluster's own.
   *
   * A load balancer that `pulumi up` creates gets them only at creation. Later changes reach it through the manifests,
   * because the OpenStack provider manages its listener from then on. `pulumi up` then changes only the rules of
   * provisioned security groups.
   *
   * @default - all addresses
   * @see OpenStackCluster.spec.apiServerLoadBalancer.allowedCIDRs (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedCidrs?: readonly string[];
  /**
   * TCP ports that the load balancer forwards in addition to the API server's port.
   *
   * @default - only the API server's port
   * @see OpenStackCluster.spec.apiServerLoadBalancer.additionalPorts (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalPorts?: readonly number[];
  /**
   * Health monitor of the load balancer.
   *
   * @default - the provider's default timing
   * @see OpenStackCluster.spec.apiServerLoadBalancer.monitor (infrastructure.cluster.x-k8s.io)
   */
  readonly monitor?: LoadBalancerMonitor;
  /**
   * Floating IP of the load balancer.
   *
   * @default - an allocated one, or none if the cloud has no external network
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
   * Network of the load balancer's VIP, from which the machines must be reachable.
   *
   * @default - the network of the machines
   * @see OpenStackCluster.spec.apiServerLoadBalancer.network (infrastructure.cluster.x-k8s.io)
   */
  readonly network?: NetworkLookup;
  /**
   * ID of the subnet of that network for the VIP; the provider does not accept a name.
   *
   * @default - a subnet that Octavia chooses
   * @see OpenStackCluster.spec.apiServerLoadBalancer.subnets (infrastructure.cluster.x-k8s.io)
   */
  readonly subnetId?: string;
  /**
   * Address of the load balancer in its subnet.
   *
   * @default - an address that Neutron allocates
   * @see OpenStackCluster.spec.apiServerFixedIP (infrastructure.cluster.x-k8s.io)
   */
  readonly vipAddress?: string;
}

/** Options of {@link ApiEndpoint.external}. */
export interface ExternalEndpointOptions {
  /**
   * Host name or address at which the API server is reachable.
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
   * ID of the Octavia flavor of the load balancer; `pulumi up` cannot look up a name.
   *
   * @default - the cloud's default flavor
   */
  readonly flavorId?: string;
  /**
   * Address of the load balancer in the machines' subnet, outside its allocation pools.
   *
   * @default - an address that Neutron allocates
   */
  readonly vipAddress?: string;
  /**
   * DNS name of the endpoint in Designate, in the cloud's `dnsZone`; it is also added to the certificate.
   *
   * @default - no DNS record
   */
  readonly dnsName?: string;
}

/** Options of {@link ApiEndpoint.virtualIp}. */
export interface VirtualIpOptions extends KubeVipOptions {
  /**
   * Address in the machines' subnet, outside its allocation pools.
   *
   * On an adopted or shared network it is required. A managed network without allocation pools gets pools that exclude
   * the address.
   *
   * @default - the last host address of the cluster's own network, whose pools then exclude it
   */
  readonly address?: string;
  /**
   * Floating IP that forwards to the virtual IP.
   *
   * It needs a port that `pulumi up` creates, which a managed network does not have: write `FloatingIP.none()` there.
   *
   * @default - an allocated one, or none if the cloud has no external network
   */
  readonly floatingIP?: FloatingIP;
  /**
   * DNS name of the endpoint in Designate, in the cloud's `dnsZone`; it is also added to the certificate.
   *
   * @default - no DNS record
   */
  readonly dnsName?: string;
}

/** Options of {@link ApiEndpoint.machine}. */
export interface MachineEndpointOptions {
  /**
   * Floating IP of the machine.
   *
   * An allocated or existing one moves from a machine to its replacement; an ephemeral one does not.
   *
   * @default - one that `pulumi up` allocates
   * @see OpenStackCluster.spec.apiServerFloatingIP (infrastructure.cluster.x-k8s.io)
   */
  readonly floatingIP?: FloatingIP;
  /**
   * DNS name of the endpoint in Designate, in the cloud's `dnsZone`; it is also added to the certificate.
   *
   * @default - no DNS record
   */
  readonly dnsName?: string;
}

/** Load balancer in front of a control plane, as plain data. */
export interface LoadBalancerModel {
  readonly provider?: string;
  readonly allowedCidrs: readonly string[];
  readonly additionalPorts: readonly number[];
  readonly monitor?: LoadBalancerMonitor;
  /** If absent, the cloud decides: allocated with an external network, none without. */
  readonly floatingIP?: FloatingIPModel;
}

/** Endpoint of a cluster's API server, as plain data. */
export type OpenStackEndpoint =
  | ({
      readonly kind: 'managed';
      /** Name of an Octavia flavor. */
      readonly flavor?: string;
      readonly availabilityZone?: string;
      /** Network of the VIP; if absent, that of the machines. */
      readonly vipNetwork?: Lookup;
      readonly vipSubnetId?: string;
      readonly vipAddress?: string;
    } & LoadBalancerModel)
  | ({
      readonly kind: 'loadBalancer';
      /** ID of an Octavia flavor. */
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
      /** If absent, `pulumi up` allocates one. */
      readonly floatingIP?: FloatingIPModel;
      readonly dnsName?: string;
    }
  | { readonly kind: 'external'; readonly host: string; readonly port?: number };

/** Endpoint of a cluster's API server. */
export class ApiEndpoint {
  /** Octavia load balancer that Cluster API creates and deletes with the cluster. */
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
   * Octavia load balancer that `pulumi up` creates under the name that the OpenStack provider adopts.
   *
   * The provider adds its members and deletes it with the Cluster object. The floating IP is kept.
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
   * Virtual IP without a load balancer, which kube-vip holds on one of the control-plane machines.
   *
   * `pulumi up` reserves the address with a separate port and gives it a floating IP. On a network that Cluster API
   * creates, the address is excluded from the allocation pools instead, and has no floating IP.
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
   * Floating IP of the only control-plane machine, without a load balancer: the `without-lb` flavor of the provider.
   *
   * The provider assigns the floating IP to the machine. When a rollout replaces the machine, the floating IP moves once
   * the old machine is gone and the provider reconciles the new one. The API server is unreachable for up to ten minutes.
   */
  static machine(options: MachineEndpointOptions = {}): ApiEndpoint {
    const { floatingIP, dnsName } = options;
    return new ApiEndpoint({
      kind: 'machine',
      ...(floatingIP === undefined ? {} : { floatingIP: floatingIP.model }),
      ...(dnsName === undefined ? {} : { dnsName }),
    });
  }

  /** External endpoint that is managed elsewhere and forwards to the control plane. */
  static external(options: ExternalEndpointOptions): ApiEndpoint {
    return new ApiEndpoint({ kind: 'external', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: OpenStackEndpoint,
  ) {}
}

/** Tells whether an endpoint has a load balancer, managed or provisioned. */
export function hasBalancer(
  endpoint: OpenStackEndpoint,
): endpoint is Extract<OpenStackEndpoint, LoadBalancerModel> {
  return endpoint.kind === 'managed' || endpoint.kind === 'loadBalancer';
}

/** Tells whether `pulumi up` allocates a floating IP for an endpoint on a cloud with an external network. */
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
