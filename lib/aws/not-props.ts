import { below, type NotProps, type NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of API server load balancers. */
const BALANCER: readonly NotProps[] = [
  {
    fields: ['disableHostsRewrite'],
    why: 'Control plane machines reach their own API server directly, because the load balancer does not send traffic back to its source.',
  },
  {
    fields: ['targetGroupIPType', 'additionalListeners[].targetGroupIPType'],
    why: 'Machines have only IPv4 addresses, and so do the target groups of a load balancer.',
  },
  {
    fields: ['additionalListeners[].healthCheck'],
    why: "The provider's default checks the health of an additional listener at the listener's own port.",
  },
  {
    fields: ['ingressRules[].ipv6CidrBlocks'],
    why: 'Machines have only IPv4 addresses, and a VPC without IPv6 cannot use IPv6 ranges.',
  },
  {
    fields: [
      'ingressRules[].natGatewaysIPsSource',
      'ingressRules[].sourceSecurityGroupIds',
      'ingressRules[].sourceSecurityGroupRoles',
    ],
    why: "The provider's rules let the cluster's machines and gateways reach the API server; other clients are allowed by CIDR range.",
  },
];

/** Security group rules of users and addons. */
const RULE_LISTS = ['additionalControlPlaneIngressRules', 'additionalNodeIngressRules'] as const;

/** Label selectors by expression. */
const EXPRESSIONS: readonly NotProps[] = [
  {
    fields: ['allowedNamespaces.list', 'allowedNamespaces.selector.matchExpressions'],
    why: 'Namespaces are written with, and checked against, labels with fixed values.',
  },
];

/** Fields of the AWS provider's kinds that no prop sets. */
export const AWS_NOT_PROPS: NotPropsByKind = {
  AWSCluster: [
    ...below('controlPlaneLoadBalancer', BALANCER),
    {
      fields: ['secondaryControlPlaneLoadBalancer'],
      why: 'Machines and the management cluster reach the API server at the single endpoint of a cluster.',
    },
    {
      fields: ['partition'],
      why: 'The provider derives the partition from the name of the region.',
    },
    {
      fields: ['imageLookupBaseOS', 'imageLookupFormat', 'imageLookupOrg'],
      why: 'Each machine template has its own lookup, so that an image change rolls out the machines of that template.',
    },
    {
      fields: ['bastion.disableIngressRules'],
      why: 'A bastion is reached from the ranges in `allowedCidrs`; without them it is of no use.',
    },
    {
      fields: ['s3Bucket.bestEffortDeleteObjects', 's3Bucket.presignedURLDuration'],
      why: 'Machines read from the bucket with their instance profiles, and the provider may delete the objects that it has created.',
    },
    ...RULE_LISTS.map((list) => ({
      fields: [`network.${list}[].ipv6CidrBlocks`, `network.${list}[].natGatewaysIPsSource`],
      why: 'A rule applies to IPv4 ranges, to machines of the cluster or to a security group, as on other clouds.',
    })),
    {
      fields: [
        'network.subnets[].ipv6CidrBlock',
        'network.subnets[].isIpv6',
        'network.vpc.ipv6',
        'network.vpc.privateDnsHostnameTypeOnLaunch',
      ],
      why: 'Machines have only IPv4 addresses, from which node names are derived.',
    },
    {
      fields: ['network.subnets[].parentZoneName', 'network.subnets[].zoneType'],
      why: 'Control planes, load balancers and gateways need availability zones, so the library writes subnets only there.',
    },
    {
      fields: [
        'network.subnets[].natGatewayId',
        'network.subnets[].resourceID',
        'network.subnets[].routeTableId',
        'network.vpc.carrierGatewayId',
        'network.vpc.internetGatewayId',
      ],
      why: 'The provider sets it to the resource that it finds or creates.',
    },
    {
      fields: ['network.subnets[].tags', 'network.vpc.tags'],
      why: 'All resources of a cluster have its `tags`.',
    },
    {
      fields: [
        'network.vpc.elasticIpPool',
        'network.vpc.emptyRoutesDefaultVPCSecurityGroup',
        'network.vpc.ipamPool',
        'network.vpc.secondaryCidrBlocks',
        'network.vpc.subnetSchema',
      ],
      why: 'A managed VPC has one stated range; create a VPC with more parts in advance and adopt it by its ID.',
    },
  ],
  AWSMachineTemplate: [
    {
      fields: ['template.metadata'],
      why: 'Nothing reads the labels and annotations of a machine template; those of Machines come from their pool.',
    },
    {
      fields: ['template.spec.providerID', 'template.spec.instanceID'],
      why: 'The provider sets it on each machine once its instance exists.',
    },
    {
      fields: ['template.spec.cloudInit.secretCount', 'template.spec.cloudInit.secretPrefix'],
      why: 'The webhook rejects it in a template, because it belongs to a single machine.',
    },
    {
      fields: ['template.spec.ami.eksLookupType'],
      why: 'EKS images do not contain kubeadm.',
    },
    {
      fields: [
        'template.spec.dynamicHostAllocation',
        'template.spec.hostAffinity',
        'template.spec.hostID',
      ],
      why: 'A template creates many machines, and a dedicated host is for machines that are placed on it by hand.',
    },
    {
      fields: ['template.spec.networkInterfaces'],
      why: 'An existing network interface belongs to a single machine, and a template creates many.',
    },
    {
      fields: ['template.spec.securityGroupOverrides'],
      why: 'Machines have the security groups of their cluster, which can be adopted there, and additional groups.',
    },
    {
      fields: [
        'template.spec.assignPrimaryIPv6',
        'template.spec.instanceMetadataOptions.httpProtocolIpv6',
      ],
      why: 'Machines have only IPv4 addresses.',
    },
    {
      fields: ['template.spec.privateDnsName'],
      why: 'Nodes are named after the private DNS names of their machines, which are derived from their addresses.',
    },
    {
      fields: ['template.spec.elasticIpPool'],
      why: 'Machines are replaced over time, so they use public addresses from the EC2 pool.',
    },
    {
      fields: [
        'template.spec.instanceMetadataOptions.httpEndpoint',
        'template.spec.instanceMetadataOptions.instanceMetadataTags',
      ],
      why: 'Machines read the instance metadata at boot, and nothing that the library writes reads its tags.',
    },
    {
      fields: ['template.spec.capacityReservationPreference'],
      why: 'A machine uses a named reservation or none.',
    },
    {
      fields: ['template.spec.cpuOptions'],
      why: 'Confidential and nested virtualization need special instance types and images, together with a patch of the template.',
    },
    {
      fields: ['template.spec.uncompressedUserData'],
      why: 'User data is compressed, because EC2 limits it to 16 KiB.',
    },
    {
      fields: ['proxy', 'storageType', 'tls'].map((name) => `template.spec.ignition.${name}`),
      why: "Ignition reads from the cluster's bucket, for which the image's default access to AWS is enough.",
    },
    {
      fields: ['template.spec.rootVolume.deviceName'],
      why: 'The image defines the device name of its root volume.',
    },
  ],
  AWSClusterRoleIdentity: [
    ...EXPRESSIONS,
    {
      fields: ['inlinePolicy', 'policyARNs'],
      why: 'A session has the permissions of its role, so that they are defined in one place.',
    },
  ],
  AWSClusterStaticIdentity: EXPRESSIONS,
};
