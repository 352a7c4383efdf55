import type { NetworkLookup } from '../../lib/openstack/model/network-lookup';
import type { FixedIPModel, PortModel, PortSettings } from '../../lib/openstack/model/port';

/** Network port of a machine. */
export interface MachinePort extends PortSettings {
  /**
   * Network of the port.
   *
   * @default - the cluster's network
   * @see OpenStackMachineTemplate.spec.template.spec.ports.network (infrastructure.cluster.x-k8s.io)
   */
  readonly network?: NetworkLookup;
  /**
   * Addresses of the port, or the subnets that they are taken from; needs `network`.
   *
   * @default - an address of a subnet that Neutron chooses
   * @see OpenStackMachineTemplate.spec.template.spec.ports.fixedIPs (infrastructure.cluster.x-k8s.io)
   */
  readonly fixedIPs?: readonly FixedIP[];
  /**
   * Existing security groups in place of those that Cluster API manages.
   *
   * @default - the groups of its machine
   * @see OpenStackMachineTemplate.spec.template.spec.ports.securityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: readonly NetworkLookup[];
}

/** Address of a port, or the subnet that it is taken from. */
export interface FixedIP {
  /**
   * Subnet of the address.
   *
   * @default - the subnet that contains the address
   * @see OpenStackMachineTemplate.spec.template.spec.ports.fixedIPs.subnet (infrastructure.cluster.x-k8s.io)
   */
  readonly subnet?: NetworkLookup;
  /**
   * Fixed address, for a pool of one machine.
   *
   * @default - an address that Neutron chooses from the subnet
   * @see OpenStackMachineTemplate.spec.template.spec.ports.fixedIPs.ipAddress (infrastructure.cluster.x-k8s.io)
   */
  readonly ipAddress?: string;
}

/** Creates the model of a port. */
export function portModel({
  network,
  fixedIPs,
  securityGroups,
  ...settings
}: MachinePort): PortModel {
  return {
    ...settings,
    ...(network === undefined ? {} : { network: network.lookup }),
    fixedIPs: fixedIPs?.map(fixedIPModel) ?? [],
    securityGroups: securityGroups?.map((group) => group.lookup) ?? [],
  };
}

function fixedIPModel({ subnet, ipAddress }: FixedIP): FixedIPModel {
  return {
    ...(subnet === undefined ? {} : { subnet: subnet.lookup }),
    ...(ipAddress === undefined ? {} : { ipAddress }),
  };
}
