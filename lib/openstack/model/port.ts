import type { Lookup } from './lookup';

/** Kind of the virtual network card behind a port. */
export type VnicType =
  | 'normal'
  | 'direct'
  | 'direct-physical'
  | 'macvtap'
  | 'baremetal'
  | 'virtio-forwarder'
  | 'smart-nic'
  | 'remote-managed'
  | 'vdpa'
  | 'accelerator-direct'
  | 'accelerator-direct-physical';

/** Address besides its own that a port may send from. */
export interface AddressPair {
  /** Address or range. */
  readonly ipAddress: string;
  /**
   * Hardware address that goes with it.
   *
   * @default - the port's own
   */
  readonly macAddress?: string;
}

/** What a port asks of the network card of a hypervisor. */
export interface PortProfile {
  /**
   * Whether Open vSwitch is offloaded to the card.
   *
   * @default - it is not
   * @see OpenStackMachineTemplate.spec.template.spec.ports.profile.ovsHWOffload (infrastructure.cluster.x-k8s.io)
   */
  readonly ovsHWOffload?: boolean;
  /**
   * Whether the virtual function is trusted, and so may change its address and listen to everything.
   *
   * @default - it is not
   * @see OpenStackMachineTemplate.spec.template.spec.ports.profile.trustedVF (infrastructure.cluster.x-k8s.io)
   */
  readonly trustedVF?: boolean;
}

/** What a port says that means the same in every form of it. */
export interface PortSettings {
  /**
   * End of the port's name, after the name of its machine.
   *
   * @default - the number of the port
   * @see OpenStackMachineTemplate.spec.template.spec.ports.nameSuffix (infrastructure.cluster.x-k8s.io)
   */
  readonly nameSuffix?: string;
  /**
   * Description of the port in Neutron.
   *
   * @default - the provider's own
   * @see OpenStackMachineTemplate.spec.template.spec.ports.description (infrastructure.cluster.x-k8s.io)
   */
  readonly description?: string;
  /**
   * Tags of the port besides those of its machine.
   *
   * @default - the machine's tags alone
   * @see OpenStackMachineTemplate.spec.template.spec.ports.tags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: readonly string[];
  /**
   * Whether the port is the parent of a trunk, so that pods or virtual machines may have networks of their own.
   *
   * @default false
   * @see OpenStackMachineTemplate.spec.template.spec.ports.trunk (infrastructure.cluster.x-k8s.io)
   */
  readonly trunk?: boolean;
  /**
   * Kind of network card; all but `normal` need hypervisors that have it.
   *
   * @default - the cloud's, which is `normal`
   * @see OpenStackMachineTemplate.spec.template.spec.ports.vnicType (infrastructure.cluster.x-k8s.io)
   */
  readonly vnicType?: VnicType;
  /**
   * What the port asks of the network card of the hypervisor.
   *
   * @default - nothing
   * @see OpenStackMachineTemplate.spec.template.spec.ports.profile (infrastructure.cluster.x-k8s.io)
   */
  readonly profile?: PortProfile;
  /**
   * Addresses besides its own that the port may send from.
   *
   * @default - its own alone, and on a control plane the one that kube-vip holds
   * @see OpenStackMachineTemplate.spec.template.spec.ports.allowedAddressPairs (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedAddressPairs?: readonly AddressPair[];
  /**
   * Whether Neutron filters what the port sends and receives.
   *
   * @default - the network's setting
   * @see OpenStackMachineTemplate.spec.template.spec.ports.disablePortSecurity (infrastructure.cluster.x-k8s.io)
   */
  readonly enablePortSecurity?: boolean;
  /**
   * Whether the port goes down with the uplink of its hypervisor.
   *
   * @default - the cloud's setting
   * @see OpenStackMachineTemplate.spec.template.spec.ports.propagateUplinkStatus (infrastructure.cluster.x-k8s.io)
   */
  readonly propagateUplinkStatus?: boolean;
  /**
   * Fields of extensions of Neutron, by their names.
   *
   * @default - no such fields
   * @see OpenStackMachineTemplate.spec.template.spec.ports.valueSpecs (infrastructure.cluster.x-k8s.io)
   */
  readonly valueSpecs?: Readonly<Record<string, string>>;
}

/** Port of a machine, as plain data. */
export interface PortModel extends PortSettings {
  /** Network of the port; absent for the cluster's. */
  readonly network?: Lookup;
  /** Addresses or subnets of the port; empty where Neutron chooses. */
  readonly fixedIPs: readonly FixedIPModel[];
  /** Security groups in place of the cluster's; empty for none of its own. */
  readonly securityGroups: readonly Lookup[];
}

/** Address of a port, or the subnet that it is taken from, as plain data. */
export interface FixedIPModel {
  /** Subnet of the address. */
  readonly subnet?: Lookup;
  /** Address itself. */
  readonly ipAddress?: string;
}
