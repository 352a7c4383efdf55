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
   * ID of the external network of the router's gateway.
   *
   * @default - a router without a gateway
   */
  readonly externalNetworkId?: Input<string>;
  /**
   * ID of an existing router to which the subnets are attached.
   *
   * @default - a new router
   */
  readonly routerId?: Input<string>;
}

/** Network for machines, with subnets, a router and router interfaces. */
export class OpenStackNetwork extends PlannedComponent {
  /** ID of the network. */
  readonly networkId: Output<string>;
  /** ID of the IPv4 subnet. */
  readonly subnetId: Output<string>;
  /** ID of the IPv6 subnet, if there is one. */
  readonly ipv6SubnetId: Output<string> | undefined;
  /** ID of the router, if the component creates it. */
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
