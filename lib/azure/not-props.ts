import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of all load balancers. */
const BALANCER: readonly NotProps[] = [
  {
    fields: ['id', 'backendPool'],
    why: 'The provider sets it to the resource that it creates.',
  },
  {
    fields: ['sku'],
    why: 'The webhook accepts only Standard load balancers, which are what the provider creates.',
  },
  {
    fields: ['frontendIPs[].publicIP.ipTags'],
    why: 'IP tags are for routing agreements with Azure, for which a patch is enough.',
  },
];

/** Fields of outbound load balancers. */
const OUTBOUND: readonly NotProps[] = [
  ...BALANCER,
  {
    fields: ['frontendIPs'],
    why: 'The provider creates and names the requested number of addresses.',
  },
  {
    fields: ['type'],
    why: 'An outbound load balancer is always public, and the provider sets the type.',
  },
  {
    fields: ['availabilityZones'],
    why: 'Standard public IPs are in all zones of their location.',
  },
];

/** Fields of all subnets. */
const SUBNET: readonly NotProps[] = [
  { fields: ['id'], why: 'The provider sets it to the resource that it creates.' },
  {
    fields: ['privateEndpoints'],
    why: 'Private endpoints are created together with the resources that they belong to, and outlive clusters.',
  },
  {
    fields: ['natGateway.ip.dnsName', 'natGateway.ip.ipTags', 'natGateway.id'],
    why: 'Nothing connects to the address of a NAT gateway, so it needs no DNS name.',
  },
  {
    fields: ['securityGroup.id', 'securityGroup.tags', 'routeTable.id'],
    why: 'The provider creates the resource with the `tags` of the cluster.',
  },
];

/** Fields of the Azure provider's kinds that no prop sets. */
export const AZURE_NOT_PROPS: NotPropsByKind = {
  AzureCluster: [
    ...below('networkSpec.apiServerLB', [
      ...BALANCER,
      {
        fields: ['frontendIPsCount'],
        why: 'The load balancer of an API server has a single address.',
      },
    ]),
    ...below('networkSpec.nodeOutboundLB', OUTBOUND),
    ...below('networkSpec.controlPlaneOutboundLB', OUTBOUND),
    ...below('networkSpec.subnets[]', SUBNET),
    ...below('bastionSpec.azureBastion.subnet', [
      ...SUBNET,
      {
        fields: ['natGateway', 'routeTable', 'securityGroup', 'serviceEndpoints'],
        why: 'Azure runs the bastion and allows no other settings on its subnet.',
      },
    ]),
    {
      fields: ['bastionSpec.azureBastion.publicIP'],
      why: 'Operators reach a bastion through the portal or the command line, not at its address.',
    },
    {
      fields: ['networkSpec.vnet.id', 'networkSpec.vnet.tags'],
      why: 'The provider sets it from the resource that it creates and the `tags` of the cluster.',
    },
    {
      fields: ['forwardPeeringProperties', 'reversePeeringProperties'].map(
        (name) => `networkSpec.vnet.peerings[].${name}`,
      ),
      why: 'Peered networks reach each other; gateway transit is configured where the gateway is.',
    },
    {
      fields: ['controlPlaneEnabled'],
      why: 'Control planes run on machines of the cluster.',
    },
    {
      fields: ['controlPlaneEndpoint'],
      why: 'The provider sets it to the DNS name of the load balancer, which `dnsLabel` and `privateDns` determine.',
    },
    {
      fields: ['cloudProviderConfigOverrides'],
      why: 'The cloud controller respects the rate limits of Azure by itself, and the webhook rejects later changes.',
    },
    {
      fields: ['extendedLocation'],
      why: 'Edge zones need a feature gate of the provider and have no availability zones and few VM sizes.',
    },
    {
      fields: ['failureDomains{}.attributes'],
      why: 'The provider identifies a zone by its number and reads nothing else.',
    },
    {
      fields: ['fieldPath', 'resourceVersion', 'uid'].map((name) => `identityRef.${name}`),
      why: 'The provider finds an identity by name and namespace.',
    },
  ],
  AzureMachineTemplate: [
    {
      fields: ['template.metadata'],
      why: 'Nothing reads the labels and annotations of a machine template; those of Machines come from their pool.',
    },
    {
      fields: ['template.spec.providerID', 'template.spec.failureDomain'],
      why: 'The provider sets it on each machine from its Machine.',
    },
    {
      fields: ['template.spec.roleAssignmentName', 'template.spec.systemAssignedIdentityRole.name'],
      why: 'The webhook rejects it in a template, because it belongs to a single machine.',
    },
    {
      fields: ['template.spec.subnetName', 'template.spec.acceleratedNetworking'],
      why: 'The provider has replaced it with the fields of the network interface, which are written.',
    },
    {
      fields: ['template.spec.image.sharedGallery'],
      why: 'The provider has replaced it with `computeGallery`, which is written.',
    },
    {
      fields: ['template.spec.vmExtensions'],
      why: 'Use `bootstrap` to configure machines on any cloud; the settings of extensions would contain credentials in plain text.',
    },
    {
      fields: [
        'template.spec.disableExtensionOperations',
        'template.spec.disableVMBootstrapExtension',
      ],
      why: 'The provider uses its extension to detect whether a machine has become a node.',
    },
    {
      fields: ['template.spec.dataDisks[].managedDisk.securityProfile'],
      why: 'Confidential encryption covers only the OS disk; data disks are encrypted with their disk encryption sets.',
    },
  ],
  AzureClusterIdentity: [
    {
      fields: ['allowedNamespaces.list', 'allowedNamespaces.selector.matchExpressions'],
      why: 'Namespaces are written with, and checked against, labels with fixed values.',
    },
    {
      fields: ['resourceID'],
      why: 'The provider has replaced it with the client ID, which is written.',
    },
  ],
};
