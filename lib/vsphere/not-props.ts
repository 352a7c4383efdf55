import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

const OVERRIDES: NotProps = {
  fields: ['**.dhcp4Overrides', '**.dhcp6Overrides'],
  why: "What becomes of the answers of DHCP is the image's to say, whose network stack knows which of these settings it has.",
};

const DEVICES: readonly NotProps[] = [
  OVERRIDES,
  {
    fields: ['ipAddrs', 'macAddr', 'gateway4', 'gateway6'].map((name) => `devices[].${name}`),
    why: 'A template makes many machines, and an address with its gateway is of one: it comes by DHCP or from a pool.',
  },
  {
    fields: ['routes', 'devices[].routes'],
    why: 'Routes come with the answers of DHCP, or with the gateway of a pool; others are written by a file of `bootstrap`.',
  },
];

/** Fields of the vSphere provider's kinds that no prop writes. */
export const VSPHERE_NOT_PROPS: NotPropsByKind = {
  VSphereCluster: [
    {
      fields: ['clusterModules'],
      why: 'The provider writes the modules that it made in each compute cluster.',
    },
    {
      fields: ['failureDomainSelector.matchExpressions'],
      why: 'Labels with their values are what zones are written with, and what they are selected by.',
    },
  ],
  VSphereMachineTemplate: [
    ...below('template.spec.network', DEVICES),
    {
      fields: ['template.metadata'],
      why: 'Labels and annotations of machines are those of their MachineDeployment or control plane.',
    },
    {
      fields: ['template.spec.providerID'],
      why: 'The provider sets it in each machine once there is a virtual machine.',
    },
    {
      fields: ['template.spec.server', 'template.spec.thumbprint'],
      why: 'Machines are in the vCenter of their cluster, to which one cloud controller speaks.',
    },
    {
      fields: ['template.spec.naming'],
      why: 'A virtual machine has the name of its Machine, which `machineNaming` says, and which its node has too.',
    },
    {
      fields: ['template.spec.os'],
      why: 'Machines run Linux, which is what the provider takes them for where nothing is said.',
    },
    {
      fields: ['template.spec.additionalDisksGiB'],
      why: 'Disks that the template has keep their size; others are `dataDisks`, which have names.',
    },
    {
      fields: ['template.spec.pciDevices[].customLabel'],
      why: 'A device is told by its profile, or by its vendor and number, which the host has too.',
    },
    {
      fields: ['template.spec.resources'],
      why: 'What machines are promised of their hosts is said by the resource pool that they are in, for all of them together.',
    },
    {
      fields: ['cryptoKeyID', 'cryptoProfile', 'ftEncryptionMode', 'migrateEncryption'].map(
        (name) => `template.spec.${name}`,
      ),
      why: 'Machines are encrypted as their template and the storage policy of their disks say.',
    },
  ],
  VSphereFailureDomain: [
    {
      fields: ['topology.networkConfigurations'],
      why: 'A zone changes the names of networks; how devices get their addresses is said once, by `devices`.',
    },
  ],
};
