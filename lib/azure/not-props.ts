import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of load balancers of any kind. */
const BALANCER: readonly NotProps[] = [
  {
    fields: ['id', 'backendPool'],
    why: 'The provider fills it in with what it makes.',
  },
  {
    fields: ['sku'],
    why: 'The webhook takes load balancers of the kind Standard alone, which the provider makes.',
  },
  {
    fields: ['frontendIPs[].publicIP.ipTags'],
    why: 'Tags of addresses are for contracts about the way of packets, which a patch goes with.',
  },
];

/** Fields of load balancers through which machines reach the internet. */
const OUTBOUND: readonly NotProps[] = [
  ...BALANCER,
  {
    fields: ['frontendIPs'],
    why: 'The provider makes as many addresses as are asked for, and names them.',
  },
  { fields: ['type'], why: 'A way out of the network is public, which the provider writes.' },
  {
    fields: ['availabilityZones'],
    why: 'Public addresses of the kind Standard are in all zones of their location.',
  },
];

/** Fields of subnets of any kind. */
const SUBNET: readonly NotProps[] = [
  { fields: ['id'], why: 'The provider fills it in with what it makes.' },
  {
    fields: ['privateEndpoints'],
    why: 'Private endpoints of other resources are made with those, and outlive clusters.',
  },
  {
    fields: ['natGateway.ip.dnsName', 'natGateway.ip.ipTags', 'natGateway.id'],
    why: 'Nobody reaches a machine by the address of a gateway, and so it needs no name.',
  },
  {
    fields: ['securityGroup.id', 'securityGroup.tags', 'routeTable.id'],
    why: 'The provider makes the group, with the `tags` of the cluster.',
  },
];

/** Fields of the Azure provider's kinds that no prop writes. */
export const AZURE_NOT_PROPS: NotPropsByKind = {
  AzureCluster: [
    ...below('networkSpec.apiServerLB', [
      ...BALANCER,
      {
        fields: ['frontendIPsCount'],
        why: 'The load balancer of an API server has one address.',
      },
    ]),
    ...below('networkSpec.nodeOutboundLB', OUTBOUND),
    ...below('networkSpec.controlPlaneOutboundLB', OUTBOUND),
    ...below('networkSpec.subnets[]', SUBNET),
    ...below('bastionSpec.azureBastion.subnet', [
      ...SUBNET,
      {
        fields: ['natGateway', 'routeTable', 'securityGroup', 'serviceEndpoints'],
        why: 'Azure runs the bastion, and lets nothing else be said of its subnet.',
      },
    ]),
    {
      fields: ['bastionSpec.azureBastion.publicIP'],
      why: 'Operators reach a bastion by the portal or the command line, and not by its address.',
    },
    {
      fields: ['networkSpec.vnet.id', 'networkSpec.vnet.tags'],
      why: 'The provider fills it in with what it makes, and with the `tags` of the cluster.',
    },
    {
      fields: ['forwardPeeringProperties', 'reversePeeringProperties'].map(
        (name) => `networkSpec.vnet.peerings[].${name}`,
      ),
      why: 'Networks that are connected reach each other; ways through gateways are made where the gateway is.',
    },
    {
      fields: ['controlPlaneEnabled'],
      why: 'Control planes are on machines of the cluster.',
    },
    {
      fields: ['controlPlaneEndpoint'],
      why: 'The provider fills it in with the name of the load balancer, which `dnsLabel` and `privateDns` choose.',
    },
    {
      fields: ['cloudProviderConfigOverrides'],
      why: 'The cloud controller keeps within the rates of Azure by itself, and the webhook lets nobody change it later.',
    },
    {
      fields: ['extendedLocation'],
      why: 'Edge zones need a feature gate of the provider, and have no zones and few sizes.',
    },
    {
      fields: ['failureDomains{}.attributes'],
      why: 'The provider knows a zone by its number, and reads nothing else of it.',
    },
    {
      fields: ['fieldPath', 'resourceVersion', 'uid'].map((name) => `identityRef.${name}`),
      why: 'An identity is found by its name and namespace.',
    },
  ],
  AzureMachineTemplate: [
    {
      fields: ['template.metadata'],
      why: 'Nothing reads the labels and annotations of a template of machines; those of Machines come from their pool.',
    },
    {
      fields: ['template.spec.providerID', 'template.spec.failureDomain'],
      why: 'The provider sets it in each machine, from what Cluster API says of it.',
    },
    {
      fields: ['template.spec.roleAssignmentName', 'template.spec.systemAssignedIdentityRole.name'],
      why: 'The webhook refuses it in a template, as it is of one machine.',
    },
    {
      fields: ['template.spec.subnetName', 'template.spec.acceleratedNetworking'],
      why: 'The provider has replaced it by the fields of the network interface, which are written.',
    },
    {
      fields: ['template.spec.image.sharedGallery'],
      why: 'The provider has replaced it by `computeGallery`, which is written.',
    },
    {
      fields: ['template.spec.vmExtensions'],
      why: 'What machines get and do is said by `bootstrap`, which every cloud has; settings of extensions would be credentials in plain text.',
    },
    {
      fields: [
        'template.spec.disableExtensionOperations',
        'template.spec.disableVMBootstrapExtension',
      ],
      why: 'By its extension the provider tells whether a machine has become a node.',
    },
    {
      fields: ['template.spec.dataDisks[].managedDisk.securityProfile'],
      why: 'Azure encrypts the disk that a confidential machine boots from, and data disks by their sets of keys.',
    },
  ],
  AzureClusterIdentity: [
    {
      fields: ['allowedNamespaces.list', 'allowedNamespaces.selector.matchExpressions'],
      why: 'Labels with their values are what namespaces are written with, and what they are checked against.',
    },
    {
      fields: ['resourceID'],
      why: 'The provider has replaced it by the client identifier, which is written.',
    },
  ],
};
