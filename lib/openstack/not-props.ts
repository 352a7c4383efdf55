import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

const FILTERS: readonly NotProps[] = [
  {
    fields: ['notTags', 'notTagsAny'].map((name) => `**.filter.${name}`),
    why: 'A filter that leaves something out finds something else as soon as there is more; what is meant has a name or a tag.',
  },
  {
    fields: ['**.filter.description'],
    why: 'A description is text for people, which they change; what is meant has a name or a tag.',
  },
  {
    fields: ['cidr', 'gatewayIP', 'ipVersion', 'ipv6AddressMode', 'ipv6RAMode'].map(
      (name) => `**.filter.${name}`,
    ),
    why: 'A subnet is looked up by its name, tags or identifier, and its range is stated in `nodeCidr`, where it is checked.',
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
    why: 'A flavor is one of the table of its cloud, whose names are typed and whose sizes are checked.',
  },
];

/** Fields of the OpenStack provider's kinds that no prop writes. */
export const OPENSTACK_NOT_PROPS: NotPropsByKind = {
  OpenStackCluster: [
    {
      fields: ['apiServerLoadBalancer.network', 'apiServerLoadBalancer.subnets'],
      why: 'The provider takes the network of the load balancer from 0.13 on.',
      only: { provider: '0.12' },
    },
    {
      fields: ['primarySubnet'],
      why: 'It is the first of `subnets`, which the endpoint is in with older releases too.',
    },
    ...below('bastion.spec', MACHINE),
    {
      fields: ['additionalBlockDevices', 'ports', 'trunk'].map((name) => `bastion.spec.${name}`),
      why: "A bastion keeps nothing, and has the one port on the cluster's network from which machines let SSH in.",
    },
    {
      fields: ['bastion.spec.identityRef'],
      why: 'The floating address and the port of a bastion are made with the credentials of the cluster, and its server with the same.',
    },
    {
      fields: ['bastion.spec.floatingIPPoolRef'],
      why: 'The provider gives a bastion an address of its own, the one in `bastion.floatingIP` or one that it allocates.',
    },
    {
      fields: [
        'apiServer.managedLoadBalancer.subnets[].filter',
        'apiServerLoadBalancer.subnets[].filter',
      ],
      why: 'The provider compares identifiers only, and refuses a subnet that is given by a filter.',
    },
    ...FILTERS,
  ],
  OpenStackMachineTemplate: [
    ...below('template.spec', MACHINE),
    {
      fields: ['template.spec.ports[].adminStateUp'],
      why: 'A port that is down carries nothing, and a template makes no machine to go without.',
    },
    {
      fields: ['template.spec.ports[].hostID'],
      why: 'Nova binds ports to the host that it chooses; `failureDomain`, `serverGroup` and `schedulerHints` say which one.',
    },
    {
      fields: ['template.spec.ports[].macAddress'],
      why: 'A template makes a port for each machine, and a hardware address is of one port only.',
    },
    {
      fields: ['template.spec.identityRef.region'],
      why: 'It becomes part of provider IDs, which kubelets never match; servers are in the region of their network.',
    },
    ...FILTERS,
  ],
  OpenStackFloatingIPPool: FILTERS.slice(0, 2),
  OpenStackClusterIdentity: [
    {
      fields: ['namespaceSelector.matchExpressions'],
      why: 'Labels with their values are what namespaces are written with, and what they are checked against.',
    },
  ],
};
