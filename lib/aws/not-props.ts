import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of load balancers of API servers. */
const BALANCER: readonly NotProps[] = [
  {
    fields: ['disableHostsRewrite'],
    why: 'Control-plane machines reach their own API server without the load balancer, which sends nothing back to where it comes from.',
  },
  {
    fields: ['targetGroupIPType', 'additionalListeners[].targetGroupIPType'],
    why: 'Machines have addresses of IPv4 alone, and so have the groups of a load balancer.',
  },
  {
    fields: ['additionalListeners[].healthCheck'],
    why: 'A listener besides the one of the API server is probed at its own port, as the provider does it.',
  },
  {
    fields: ['ingressRules[].ipv6CidrBlocks'],
    why: 'Machines have addresses of IPv4 alone, and a VPC without IPv6 has no use for its ranges.',
  },
  {
    fields: [
      'ingressRules[].natGatewaysIPsSource',
      'ingressRules[].sourceSecurityGroupIds',
      'ingressRules[].sourceSecurityGroupRoles',
    ],
    why: 'Machines and gateways of the cluster reach its API server by the rules of the provider; others are known by their ranges.',
  },
];

/** Rules of security groups that users and addons give. */
const RULE_LISTS = ['additionalControlPlaneIngressRules', 'additionalNodeIngressRules'] as const;

/** Labels by an expression. */
const EXPRESSIONS: readonly NotProps[] = [
  {
    fields: ['allowedNamespaces.list', 'allowedNamespaces.selector.matchExpressions'],
    why: 'Labels with their values are what namespaces are written with, and what they are checked against.',
  },
];

/** Fields of the AWS provider's kinds that no prop writes. */
export const AWS_NOT_PROPS: NotPropsByKind = {
  AWSCluster: [
    ...below('controlPlaneLoadBalancer', BALANCER),
    {
      fields: ['secondaryControlPlaneLoadBalancer'],
      why: 'Machines and the management cluster reach the API server by the one endpoint that a cluster has.',
    },
    {
      fields: ['partition'],
      why: 'The provider takes the partition from the name of the region.',
    },
    {
      fields: ['imageLookupBaseOS', 'imageLookupFormat', 'imageLookupOrg'],
      why: 'Each template of machines has its own lookup, so that a change of the image rolls the machines of that template.',
    },
    {
      fields: ['bastion.disableIngressRules'],
      why: 'A bastion is reached from the ranges in `allowedCidrs`, and one that nobody reaches is of no use.',
    },
    {
      fields: ['s3Bucket.bestEffortDeleteObjects', 's3Bucket.presignedURLDuration'],
      why: 'Machines read from the bucket by their instance profiles, and the provider may delete what it has put there.',
    },
    ...RULE_LISTS.map((list) => ({
      fields: [`network.${list}[].ipv6CidrBlocks`, `network.${list}[].natGatewaysIPsSource`],
      why: 'A rule is for ranges of IPv4, for machines of the cluster or for a group, which is what firewalls of other clouds know too.',
    })),
    {
      fields: [
        'network.subnets[].ipv6CidrBlock',
        'network.subnets[].isIpv6',
        'network.vpc.ipv6',
        'network.vpc.privateDnsHostnameTypeOnLaunch',
      ],
      why: 'Machines have addresses of IPv4 alone, by which the nodes are named.',
    },
    {
      fields: ['network.subnets[].parentZoneName', 'network.subnets[].zoneType'],
      why: 'Control planes, load balancers and gateways are in availability zones, and so are the subnets that are written.',
    },
    {
      fields: [
        'network.subnets[].natGatewayId',
        'network.subnets[].resourceID',
        'network.subnets[].routeTableId',
        'network.vpc.carrierGatewayId',
        'network.vpc.internetGatewayId',
      ],
      why: 'The provider fills it in with what it finds or makes.',
    },
    {
      fields: ['network.subnets[].tags', 'network.vpc.tags'],
      why: 'Everything that is made for a cluster has its `tags`.',
    },
    {
      fields: [
        'network.vpc.elasticIpPool',
        'network.vpc.emptyRoutesDefaultVPCSecurityGroup',
        'network.vpc.ipamPool',
        'network.vpc.secondaryCidrBlocks',
        'network.vpc.subnetSchema',
      ],
      why: 'A VPC that is made has one range, which is stated; one of more parts is made before, and adopted by its identifier.',
    },
  ],
  AWSMachineTemplate: [
    {
      fields: ['template.metadata'],
      why: 'Nothing reads the labels and annotations of a template of machines; those of Machines come from their pool.',
    },
    {
      fields: ['template.spec.providerID', 'template.spec.instanceID'],
      why: 'The provider sets it in each machine once there is an instance.',
    },
    {
      fields: ['template.spec.cloudInit.secretCount', 'template.spec.cloudInit.secretPrefix'],
      why: 'The webhook refuses it in a template, as it is of one machine.',
    },
    {
      fields: ['template.spec.ami.eksLookupType'],
      why: 'Images for EKS have no kubeadm.',
    },
    {
      fields: [
        'template.spec.dynamicHostAllocation',
        'template.spec.hostAffinity',
        'template.spec.hostID',
      ],
      why: 'A template makes many machines, and a host is for those that are placed on it by hand.',
    },
    {
      fields: ['template.spec.networkInterfaces'],
      why: 'A network interface that exists is of one machine, and a template makes many.',
    },
    {
      fields: ['template.spec.securityGroupOverrides'],
      why: 'Machines have the groups of their cluster, which may be adopted there; others are added to them.',
    },
    {
      fields: [
        'template.spec.assignPrimaryIPv6',
        'template.spec.instanceMetadataOptions.httpProtocolIpv6',
      ],
      why: 'Machines have addresses of IPv4 alone.',
    },
    {
      fields: ['template.spec.privateDnsName'],
      why: 'Nodes are named after the private names of their machines, which are those of their addresses.',
    },
    {
      fields: ['template.spec.elasticIpPool'],
      why: 'Public addresses of machines are those that EC2 has, as machines come and go.',
    },
    {
      fields: [
        'template.spec.instanceMetadataOptions.httpEndpoint',
        'template.spec.instanceMetadataOptions.instanceMetadataTags',
      ],
      why: 'Machines read the metadata of their instance as they start, and nothing that is written reads its tags.',
    },
    {
      fields: ['template.spec.capacityReservationPreference'],
      why: 'A reservation is named, or there is none.',
    },
    {
      fields: ['template.spec.cpuOptions'],
      why: 'Confidential and nested machines need types and images of their own, which a patch of the template goes with.',
    },
    {
      fields: ['template.spec.uncompressedUserData'],
      why: 'User data are packed, as there is room for 16 KiB.',
    },
    {
      fields: ['proxy', 'storageType', 'tls'].map((name) => `template.spec.ignition.${name}`),
      why: 'Ignition reads from the bucket of the cluster, which the way to AWS that its image has is enough for.',
    },
    {
      fields: ['template.spec.rootVolume.deviceName'],
      why: 'The image says under which name its root volume is attached.',
    },
  ],
  AWSClusterRoleIdentity: [
    ...EXPRESSIONS,
    {
      fields: ['inlinePolicy', 'policyARNs'],
      why: 'What a session may do is what its role may do, so that there is one place to look at.',
    },
  ],
  AWSClusterStaticIdentity: EXPRESSIONS,
};
