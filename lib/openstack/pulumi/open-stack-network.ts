import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import {
  type ProvisionedNetworkProps,
  provisionedNetworkModel,
} from '../model/provisioned-network';
import { planNetwork } from '../plan/network-plan';
import { PlannedComponent } from './planned-component';

/** Arguments of an {@link OpenStackNetwork}. */
export interface OpenStackNetworkArgs extends Omit<ProvisionedNetworkProps, 'router'> {
  /**
   * Identifier of the external network on which the router has its gateway.
   *
   * @default - a router without a gateway
   */
  readonly externalNetworkId?: Input<string>;
  /**
   * Identifier of a router that exists and gets the subnets attached.
   *
   * @default - a router of its own
   */
  readonly routerId?: Input<string>;
}

/** Network for machines with subnets, a router and its interfaces. */
export class OpenStackNetwork extends PlannedComponent {
  /** Identifier of the network. */
  readonly networkId: Output<string>;
  /** Identifier of the IPv4 subnet. */
  readonly subnetId: Output<string>;
  /** Identifier of the IPv6 subnet, where there is one. */
  readonly ipv6SubnetId: Output<string> | undefined;
  /** Identifier of the router, where it is of its own. */
  readonly routerId: Output<string> | undefined;

  constructor(name: string, args: OpenStackNetworkArgs, options?: ComponentResourceOptions) {
    const { externalNetworkId, routerId, ...props } = args;
    const model = provisionedNetworkModel(props, {
      owner: name,
      shared: false,
      name: args.name ?? name,
    });
    const items = planNetwork(name, model, {
      ...(externalNetworkId === undefined ? {} : { externalNetworkId: { input: 'external' } }),
      ...(routerId === undefined ? {} : { routerId: { input: 'router' } }),
    });
    const inputs = { external: externalNetworkId, router: routerId };
    super('OpenStackNetwork', name, items, inputs, options);
    this.networkId = this.attribute(name, 'network', 'id');
    this.subnetId = this.attribute(name, 'subnet', 'id');
    this.ipv6SubnetId =
      args.nodeCidrIPv6 === undefined ? undefined : this.attribute(name, 'subnet-ipv6', 'id');
    this.routerId = routerId === undefined ? this.attribute(name, 'router', 'id') : undefined;
    this.registerOutputs({ networkId: this.networkId, subnetId: this.subnetId });
  }
}
