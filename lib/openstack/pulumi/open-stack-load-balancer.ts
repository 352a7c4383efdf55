import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import type { LoadBalancerMonitor } from '../model/endpoint';
import { type FloatingIPSpec, planLoadBalancer } from '../plan/load-balancer-plan';
import { PlannedComponent } from './planned-component';

/** Arguments of an {@link OpenStackLoadBalancer}. */
export interface OpenStackLoadBalancerArgs {
  /** Name of the load balancer; listeners, pools and monitors add a dash and their port. */
  readonly loadBalancerName: string;
  /** ID of the subnet of its address. */
  readonly subnetId: Input<string>;
  /**
   * TCP ports, that of the API server first.
   *
   * @default [6443]
   */
  readonly ports?: readonly number[];
  /**
   * Octavia driver.
   *
   * @default - the cloud's default provider
   */
  readonly provider?: string;
  /**
   * CIDRs that may connect.
   *
   * @default - any address
   */
  readonly allowedCidrs?: readonly string[];
  /**
   * Health monitor.
   *
   * @default - every 10 seconds, with a timeout of 5
   */
  readonly monitor?: LoadBalancerMonitor;
  /**
   * Address in the subnet.
   *
   * @default - an address that Neutron chooses
   */
  readonly vipAddress?: string;
  /**
   * Name of the external network from which a floating IP is allocated.
   *
   * @default - no floating IP is allocated
   */
  readonly floatingIPPool?: Input<string>;
  /**
   * Existing floating IP.
   *
   * @default - no existing floating IP is used
   */
  readonly floatingIP?: string;
  /**
   * Tags of the load balancer and the floating IP.
   *
   * @default - no tags
   */
  readonly tags?: readonly string[];
}

/**
 * Octavia load balancer with listener, pool and monitor for each port, and a floating IP.
 *
 * All of it is deleted with the component. The OpenStack provider of Cluster API deletes the load balancer with its
 * cluster: run `pulumi refresh` before you destroy the rest.
 */
export class OpenStackLoadBalancer extends PlannedComponent {
  /** ID of the load balancer. */
  readonly loadBalancerId: Output<string>;
  /** Address in the subnet. */
  readonly vipAddress: Output<string>;
  /** Floating IP, if there is one. */
  readonly floatingIP: Output<string> | string | undefined;

  constructor(name: string, args: OpenStackLoadBalancerArgs, options?: ComponentResourceOptions) {
    const { provider, monitor, vipAddress } = args;
    const floatingIP = floatingIPSpec(args);
    const items = planLoadBalancer(
      name,
      {
        name: args.loadBalancerName,
        ports: args.ports ?? [6443],
        allowedCidrs: args.allowedCidrs ?? [],
        floatingIP,
        tags: args.tags ?? [],
        ...(provider === undefined ? {} : { provider }),
        ...(monitor === undefined ? {} : { monitor }),
        ...(vipAddress === undefined ? {} : { vipAddress }),
      },
      { subnetId: { input: 'subnetId' } },
    );
    const inputs = { subnetId: args.subnetId, pool: args.floatingIPPool };
    super('OpenStackLoadBalancer', name, items, inputs, options);
    this.loadBalancerId = this.attribute(name, 'load-balancer', 'id');
    this.vipAddress = this.attribute(name, 'load-balancer', 'vipAddress');
    this.floatingIP =
      floatingIP.kind === 'allocated'
        ? this.attribute(name, 'floating-ip', 'address')
        : args.floatingIP;
    this.registerOutputs({ vipAddress: this.vipAddress, floatingIP: this.floatingIP });
  }
}

function floatingIPSpec({ floatingIP, floatingIPPool }: OpenStackLoadBalancerArgs): FloatingIPSpec {
  if (floatingIP !== undefined) return { kind: 'address', address: floatingIP };
  if (floatingIPPool === undefined) return { kind: 'none' };
  return { kind: 'allocated', pool: { input: 'pool' } };
}
