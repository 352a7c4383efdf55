import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

const OVERRIDES: NotProps = {
  fields: ['**.dhcp4Overrides', '**.dhcp6Overrides'],
  why: 'The image configures how DHCP answers are used, because the available settings depend on its network stack.',
};

const DEVICES: readonly NotProps[] = [
  OVERRIDES,
  {
    fields: ['ipAddrs', 'macAddr', 'gateway4', 'gateway6'].map((name) => `devices[].${name}`),
    why: 'A template is for many machines, but an address and its gateway belong to one. They come from DHCP or from a pool.',
  },
  {
    fields: ['routes', 'devices[].routes'],
    why: 'Routes come from DHCP or with the gateway of a pool. A file of `bootstrap` can write others.',
  },
];

/** Fields of the vSphere provider's kinds that no prop writes. */
export const VSPHERE_NOT_PROPS: NotPropsByKind = {
  VSphereCluster: [
    {
      fields: ['clusterModules'],
      why: 'The provider writes the modules that it creates in each compute cluster.',
    },
    {
      fields: ['failureDomainSelector.matchExpressions'],
      why: 'Zones are written with labels and selected by the same labels and values.',
    },
  ],
  VSphereMachineTemplate: [
    ...below('template.spec.network', DEVICES),
    {
      fields: ['template.metadata'],
      why: 'Machines get labels and annotations from their MachineDeployment or control plane.',
    },
    {
      fields: ['template.spec.providerID'],
      why: 'The provider sets it in each machine once the virtual machine exists.',
    },
    {
      fields: ['template.spec.server', 'template.spec.thumbprint'],
      why: 'Machines run in the vCenter of their cluster, because its cloud controller connects to one vCenter.',
    },
    {
      fields: ['template.spec.naming'],
      why: 'A virtual machine and its node have the name of the Machine, which `machineNaming` sets.',
    },
    {
      fields: ['template.spec.os'],
      why: 'Machines run Linux, which the provider assumes by default.',
    },
    {
      fields: ['template.spec.additionalDisksGiB'],
      why: 'Disks of the template keep their size. Others are `dataDisks`, which have names.',
    },
    {
      fields: ['template.spec.pciDevices[].customLabel'],
      why: 'A device is identified by its profile, or by its vendor and device IDs, which the host has too.',
    },
    {
      fields: ['template.spec.resources'],
      why: 'The resource pool reserves host resources for all of its machines together.',
    },
    {
      fields: ['cryptoKeyID', 'cryptoProfile', 'ftEncryptionMode', 'migrateEncryption'].map(
        (name) => `template.spec.${name}`,
      ),
      why: 'The template and the storage policy of the disks define how machines are encrypted.',
    },
  ],
  VSphereFailureDomain: [
    {
      fields: ['topology.networkConfigurations'],
      why: 'A zone changes only the names of networks. `devices` defines once how devices get their addresses.',
    },
  ],
};
