import { below, type NotProps, type NotPropsByKind } from './not-prop';

const NOT_YET: NotProps['why'] = 'Not yet.';

const FILTERS: readonly NotProps[] = [
  {
    fields: ['description', 'notTags', 'notTagsAny'].map((name) => `**.filter.${name}`),
    why: NOT_YET,
  },
  {
    fields: ['cidr', 'gatewayIP', 'ipVersion', 'ipv6AddressMode', 'ipv6RAMode'].map(
      (name) => `**.filter.${name}`,
    ),
    why: NOT_YET,
  },
];

/** Fields of machines, of bastions too. */
const MACHINE: readonly NotProps[] = [
  {
    fields: ['providerID'],
    why: 'The provider sets it in each machine once there is a server.',
  },
  {
    fields: ['flavorID', 'flavor.id'],
    why: NOT_YET,
  },
  {
    fields: ['floatingIPPoolRef', 'identityRef', 'image.imageRef', 'trunk'],
    why: NOT_YET,
  },
];

/** Fields of the OpenStack provider's kinds that no prop writes. */
export const OPENSTACK_NOT_PROPS: NotPropsByKind = {
  OpenStackCluster: [
    {
      fields: ['apiServerLoadBalancer.network', 'apiServerLoadBalancer.subnets'],
      why: 'The provider takes the network of the load balancer from 0.13 on.',
      only: { openStackProvider: '0.12' },
    },
    {
      fields: [
        'externalNetwork.filter.projectID',
        'externalNetwork.filter.tags',
        'externalNetwork.filter.tagsAny',
        'disableExternalNetwork',
        'enableExternalNetwork',
        'disablePortSecurity',
        'managedNetwork.enablePortSecurity',
        'externalRouterIPs',
        'managedRouter.externalIPs',
        'identityRef.region',
        'primarySubnet',
        'network.filter.projectID',
        'network.filter.tags',
        'network.filter.tagsAny',
      ],
      why: NOT_YET,
    },
    ...below('bastion.spec', MACHINE),
    {
      fields: [
        'additionalBlockDevices',
        'rootVolume.availabilityZone.from',
        'configDrive',
        'ports',
        'schedulerHintAdditionalProperties',
        'serverGroup',
      ].map((name) => `bastion.spec.${name}`),
      why: NOT_YET,
    },
    {
      fields: [
        'apiServer.managedLoadBalancer.subnets[].filter',
        'apiServerLoadBalancer.subnets[].filter',
      ],
      why: NOT_YET,
    },
    ...FILTERS,
  ],
  OpenStackMachineTemplate: [
    ...below('template.spec', MACHINE),
    {
      fields: ['adminStateUp', 'hostID', 'macAddress'].map(
        (name) => `template.spec.ports[].${name}`,
      ),
      why: NOT_YET,
    },
    ...FILTERS,
  ],
  OpenStackClusterIdentity: [{ fields: ['namespaceSelector.matchExpressions'], why: NOT_YET }],
};
