import type { Lookup } from './lookup';

/** VNIC type of a port. */
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

/** Additional address that a port can send from. */
export interface AddressPair {
  /** Address or range. */
  readonly ipAddress: string;
  /**
   * MAC address for that address.
   *
   * @default - the port's MAC address
   */
  readonly macAddress?: string;
}

/** Capabilities that a port requires of the NIC of a hypervisor. */
export interface PortProfile {
  /**
   * Whether Open vSwitch is offloaded to the NIC.
   *
   * @default - no offload
   * @see OpenStackMachineTemplate.spec.template.spec.ports.profile.ovsHWOffload (infrastructure.cluster.x-k8s.io)
   */
  readonly ovsHWOffload?: boolean;
  /**
   * Whether the virtual function is trusted, so that it can change its MAC address and use promiscuous mode.
   *
   * @default - not trusted
   * @see OpenStackMachineTemplate.spec.template.spec.ports.profile.trustedVF (infrastructure.cluster.x-k8s.io)
   */
  readonly trustedVF?: boolean;
}

/** Port settings that are the same in props and in plain data. */
export interface PortSettings {
  /**
   * Suffix of the port's name, after the name of its machine.
   *
   * @default - the index of the port
   * @see OpenStackMachineTemplate.spec.template.spec.ports.nameSuffix (infrastructure.cluster.x-k8s.io)
   */
  readonly nameSuffix?: string;
  /**
   * Description of the port in Neutron.
   *
   * @default - the default of the provider
   * @see OpenStackMachineTemplate.spec.template.spec.ports.description (infrastructure.cluster.x-k8s.io)
   */
  readonly description?: string;
  /**
   * Tags of the port in addition to those of its machine.
   *
   * @default - only the tags of the machine
   * @see OpenStackMachineTemplate.spec.template.spec.ports.tags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: readonly string[];
  /**
   * Whether the port is a trunk parent port, so that pods or virtual machines can have their own networks.
   *
   * @default false
   * @see OpenStackMachineTemplate.spec.template.spec.ports.trunk (infrastructure.cluster.x-k8s.io)
   */
  readonly trunk?: boolean;
  /**
   * VNIC type; all types but `normal` need hypervisors that support them.
   *
   * @default - the default of the cloud, which is `normal`
   * @see OpenStackMachineTemplate.spec.template.spec.ports.vnicType (infrastructure.cluster.x-k8s.io)
   */
  readonly vnicType?: VnicType;
  /**
   * Capabilities that the port requires of the NIC of the hypervisor.
   *
   * @default - no special capabilities
   * @see OpenStackMachineTemplate.spec.template.spec.ports.profile (infrastructure.cluster.x-k8s.io)
   */
  readonly profile?: PortProfile;
  /**
   * Additional addresses that the port can send from.
   *
   * @default - only its own address and, on a control plane, the one that kube-vip holds
   * @see OpenStackMachineTemplate.spec.template.spec.ports.allowedAddressPairs (infrastructure.cluster.x-k8s.io)
   */
  readonly allowedAddressPairs?: readonly AddressPair[];
  /**
   * Whether port security is enabled, so that Neutron filters the traffic of the port.
   *
   * @default - the setting of the network
   * @see OpenStackMachineTemplate.spec.template.spec.ports.disablePortSecurity (infrastructure.cluster.x-k8s.io)
   */
  readonly enablePortSecurity?: boolean;
  /**
   * Whether the port goes down when the uplink of its hypervisor goes down.
   *
   * @default - the setting of the cloud
   * @see OpenStackMachineTemplate.spec.template.spec.ports.propagateUplinkStatus (infrastructure.cluster.x-k8s.io)
   */
  readonly propagateUplinkStatus?: boolean;
  /**
   * Fields of Neutron extensions, by name.
   *
   * @default - no extension fields
   * @see OpenStackMachineTemplate.spec.template.spec.ports.valueSpecs (infrastructure.cluster.x-k8s.io)
   */
  readonly valueSpecs?: Readonly<Record<string, string>>;
}

/** Port of a machine, as plain data. */
export interface PortModel extends PortSettings {
  /** Network of the port; if absent, the cluster's network. */
  readonly network?: Lookup;
  /** Addresses or subnets of the port; if empty, Neutron chooses. */
  readonly fixedIPs: readonly FixedIPModel[];
  /** Security groups instead of the cluster's; if empty, the cluster's groups apply. */
  readonly securityGroups: readonly Lookup[];
}

/** Fixed IP of a port, or the subnet that it is allocated from, as plain data. */
export interface FixedIPModel {
  /** Subnet of the address. */
  readonly subnet?: Lookup;
  /** IP address. */
  readonly ipAddress?: string;
}
