import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

const FILTERS: readonly NotProps[] = [
  {
    fields: ['notTags', 'notTagsAny'].map((name) => `**.filter.${name}`),
    why: 'An excluding filter matches something else as soon as new objects exist; a name or a tag states what is meant.',
  },
  {
    fields: ['**.filter.description'],
    why: 'A description is free text that people change; a name or a tag states what is meant.',
  },
  {
    fields: ['cidr', 'gatewayIP', 'ipVersion', 'ipv6AddressMode', 'ipv6RAMode'].map(
      (name) => `**.filter.${name}`,
    ),
    why: 'A subnet is looked up by name, tags or ID; its range is stated in `nodeCidr`, where it is checked.',
  },
];

/** Fields of machines and bastions. */
const MACHINE: readonly NotProps[] = [
  {
    fields: ['providerID'],
    why: 'The provider sets it on each machine once the server exists.',
  },
  {
    fields: ['flavorID', 'flavor.id'],
    why: 'A flavor is an entry of the table of its cloud, whose names are typed and whose sizes are checked.',
  },
];

/** Fields of the OpenStack provider's kinds that no prop writes. */
export const OPENSTACK_NOT_PROPS: NotPropsByKind = {
  OpenStackCluster: [
    {
      fields: ['apiServerLoadBalancer.network', 'apiServerLoadBalancer.subnets'],
      why: 'The provider accepts the network of the load balancer only since 0.13.',
      only: { provider: '0.12' },
    },
    {
      fields: ['primarySubnet'],
      why: 'It is the first entry of `subnets`, in which older releases place the endpoint too.',
    },
    ...below('bastion.spec', MACHINE),
    {
      fields: ['additionalBlockDevices', 'ports', 'trunk'].map((name) => `bastion.spec.${name}`),
      why: "A bastion stores no data, and its only port is on the cluster's network, from which machines accept SSH.",
    },
    {
      fields: ['bastion.spec.identityRef'],
      why: 'The floating IP, the port and the server of a bastion are created with the credentials of the cluster.',
    },
    {
      fields: ['bastion.spec.floatingIPPoolRef'],
      why: 'The provider gives a bastion its own floating IP: the one in `bastion.floatingIP`, or one that it allocates.',
    },
    {
      fields: [
        'apiServer.managedLoadBalancer.subnets[].filter',
        'apiServerLoadBalancer.subnets[].filter',
      ],
      why: 'The provider compares only IDs, and refuses a subnet that is given by a filter.',
    },
    ...FILTERS,
  ],
  OpenStackMachineTemplate: [
    ...below('template.spec', MACHINE),
    {
      fields: ['template.spec.ports[].adminStateUp'],
      why: 'A port that is down carries no traffic, and every machine of a template needs its ports.',
    },
    {
      fields: ['template.spec.ports[].hostID'],
      why: 'Nova binds ports to the host that it chooses; use `failureDomain`, `serverGroup` or `schedulerHints`.',
    },
    {
      fields: ['template.spec.ports[].macAddress'],
      why: 'A template creates a port for each machine, and a MAC address belongs to only one port.',
    },
    {
      fields: ['template.spec.identityRef.region'],
      why: 'It becomes part of provider IDs, which then never match kubelets; servers are in the region of their network.',
    },
    ...FILTERS,
  ],
  OpenStackFloatingIPPool: FILTERS.slice(0, 2),
  OpenStackClusterIdentity: [
    {
      fields: ['namespaceSelector.matchExpressions'],
      why: 'Namespaces are rendered with labels and their values, and are checked against these.',
    },
  ],
};
