import assert from 'node:assert/strict';
import { Cni } from '../../../../lib/addons/model/cni';
import { RulePeer, ruleModel } from '../../../../lib/addons/model/firewall-rule';
import { AwsEndpoint } from '../../../../lib/aws/model/endpoint';
import { AwsIdentity } from '../../../../lib/aws/model/identity';
import { AwsNetwork } from '../../../../lib/aws/model/network';
import { AwsSecurityGroups } from '../../../../lib/aws/model/security-groups';
import { AWS_RENDERER } from '../../../../lib/aws/render/renderer';
import { valueAt } from '../../../../lib/base/value-at';
import { renderContext } from '../../../../lib/cluster/render/context';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { type AwsClusterModel, awsCluster, awsPool } from '../../../support/aws-models';

const SCHEMAS = schemaSet(['cluster-api-aws-v2.11.1']);
const GROUPS = {
  controlPlane: 'sg-0a1b2c3d4e5f60711',
  nodes: 'sg-0a1b2c3d4e5f60712',
  apiServerLoadBalancer: 'sg-0a1b2c3d4e5f60713',
  loadBalancers: 'sg-0a1b2c3d4e5f60714',
};
const SUBNETS = [
  { name: 'edge', cidr: '10.8.0.0/20', availabilityZone: 'eu-central-1a', public: true },
  { name: 'nodes', cidr: '10.8.64.0/18', availabilityZone: 'eu-central-1a' },
];
const TYPHA = {
  description: 'Calico nodes to Typha',
  protocol: 'tcp',
  fromPort: 5473,
  toPort: 5473,
};
const BGP = { description: 'Calico routes by BGP', protocol: 'tcp', fromPort: 179, toPort: 179 };

/** Model of a cluster, and fields of its AWSCluster by their ways. */
const ROWS: readonly (readonly [
  name: string,
  model: Partial<AwsClusterModel>,
  fields: Readonly<Record<string, unknown>>,
])[] = [
  [
    'nothing special',
    {},
    {
      region: 'eu-central-1',
      identityRef: { kind: 'AWSClusterControllerIdentity', name: 'default' },
      sshKeyName: '',
      additionalTags: undefined,
      bastion: undefined,
      s3Bucket: undefined,
      controlPlaneEndpoint: undefined,
      controlPlaneLoadBalancer: {
        loadBalancerType: 'nlb',
        scheme: 'internet-facing',
        healthCheckProtocol: 'HTTPS',
      },
      'network.vpc': { cidrBlock: '10.8.0.0/16' },
      'network.subnets': undefined,
      'network.cni': undefined,
      'network.nodePortIngressRuleCidrBlocks': ['10.8.0.0/16'],
    },
  ],
  [
    'key and tags',
    { sshKeyName: 'operators', tags: { b: '2', a: '1' } },
    { sshKeyName: 'operators', additionalTags: { a: '1', b: '2' } },
  ],
  [
    'identity',
    { identity: AwsIdentity.fromRole('clusters').model },
    { identityRef: { kind: 'AWSClusterRoleIdentity', name: 'clusters' } },
  ],
  [
    'subnets',
    { network: AwsNetwork.managed({ nodeCidr: '10.8.0.0/16', subnets: SUBNETS }).model },
    {
      'network.subnets': [
        {
          id: 'edge',
          cidrBlock: '10.8.0.0/20',
          availabilityZone: 'eu-central-1a',
          isPublic: true,
        },
        {
          id: 'nodes',
          cidrBlock: '10.8.64.0/18',
          availabilityZone: 'eu-central-1a',
          isPublic: false,
        },
      ],
    },
  ],
  [
    'zones',
    {
      network: AwsNetwork.managed({
        nodeCidr: '10.8.0.0/16',
        zoneLimit: 2,
        zoneSelection: 'Random',
      }).model,
    },
    {
      'network.vpc': {
        cidrBlock: '10.8.0.0/16',
        availabilityZoneUsageLimit: 2,
        availabilityZoneSelection: 'Random',
      },
    },
  ],
  [
    'VPC that exists',
    { network: AwsNetwork.fromId('vpc-0a1b2c3d', { subnetIds: ['subnet-0a1b2c3d'] }).model },
    {
      'network.vpc': { id: 'vpc-0a1b2c3d' },
      'network.subnets': [{ id: 'subnet-0a1b2c3d' }],
      'network.nodePortIngressRuleCidrBlocks': undefined,
    },
  ],
  [
    'groups that exist',
    { securityGroups: AwsSecurityGroups.fromIds(GROUPS).model },
    {
      'network.securityGroupOverrides': {
        'apiserver-lb': GROUPS.apiServerLoadBalancer,
        controlplane: GROUPS.controlPlane,
        lb: GROUPS.loadBalancers,
        node: GROUPS.nodes,
      },
      'network.nodePortIngressRuleCidrBlocks': undefined,
    },
  ],
  [
    'NodePorts',
    { securityGroups: AwsSecurityGroups.managed({ nodePortCidrs: ['192.0.2.1'] }).model },
    { 'network.nodePortIngressRuleCidrBlocks': ['192.0.2.1/32'] },
  ],
  [
    'rules of protocols and peers',
    {
      securityGroups: {
        kind: 'managed',
        rules: [
          { name: 'all', from: RulePeer.cidr('192.0.2.0/24') },
          {
            name: 'some',
            protocol: 'udp',
            ports: [1, 2] as const,
            from: RulePeer.group('sg-0a1b2c3d'),
          },
          { name: 'tcp', protocol: 'tcp', from: RulePeer.groups('worker', 'bastion') },
          {
            name: 'number',
            protocol: '50',
            scope: 'controlPlane',
            from: RulePeer.groups('controlplane'),
          },
        ].map((rule) => ruleModel(rule as Parameters<typeof ruleModel>[0])),
      },
    },
    {
      'network.additionalNodeIngressRules': [
        {
          description: 'all',
          protocol: '-1',
          fromPort: -1,
          toPort: -1,
          cidrBlocks: ['192.0.2.0/24'],
        },
        {
          description: 'some',
          protocol: 'udp',
          fromPort: 1,
          toPort: 2,
          sourceSecurityGroupIds: ['sg-0a1b2c3d'],
        },
        {
          description: 'tcp',
          protocol: 'tcp',
          fromPort: 0,
          toPort: 65_535,
          sourceSecurityGroupRoles: ['node', 'bastion'],
        },
      ],
      'network.additionalControlPlaneIngressRules': [
        {
          description: 'number',
          protocol: '50',
          fromPort: -1,
          toPort: -1,
          sourceSecurityGroupRoles: ['controlplane'],
        },
      ],
    },
  ],
  [
    'Calico',
    {
      cni: Cni.calico({ typha: true, encapsulation: 'none' }).model,
      podCidrs: ['192.168.0.0/16', 'fd00:8::/56'],
    },
    { 'network.cni.cniIngressRules': [BGP, TYPHA] },
  ],
  [
    'a network plugin that needs nothing',
    { cni: Cni.calico({ encapsulation: 'none', bgp: false }).model },
    { 'network.cni': {} },
  ],
  [
    'load balancer',
    {
      endpoint: AwsEndpoint.managed({
        scheme: 'internal',
        name: 'api',
        additionalPorts: [8443],
        allowedCidrs: ['192.0.2.1'],
        crossZone: true,
        preserveClientIp: true,
        subnetIds: ['subnet-0a1b2c3d'],
        securityGroupIds: ['sg-0a1b2c3d'],
        healthCheck: { intervalSeconds: 20 },
      }).model,
    },
    {
      controlPlaneLoadBalancer: {
        loadBalancerType: 'nlb',
        scheme: 'internal',
        name: 'api',
        healthCheckProtocol: 'HTTPS',
        healthCheck: { intervalSeconds: 20 },
        crossZoneLoadBalancing: true,
        preserveClientIP: true,
        subnets: ['subnet-0a1b2c3d'],
        additionalSecurityGroups: ['sg-0a1b2c3d'],
        additionalListeners: [{ port: 8443, protocol: 'TCP' }],
        ingressRules: [
          {
            description: 'Kubernetes API',
            protocol: 'tcp',
            fromPort: 6443,
            toPort: 6443,
            cidrBlocks: ['192.0.2.1/32'],
          },
          {
            description: 'port 8443',
            protocol: 'tcp',
            fromPort: 8443,
            toPort: 8443,
            cidrBlocks: ['192.0.2.1/32'],
          },
        ],
      },
    },
  ],
  [
    'endpoint of somebody else',
    { endpoint: AwsEndpoint.external({ host: 'api.example.org' }).model, apiServerPort: 443 },
    {
      controlPlaneLoadBalancer: { loadBalancerType: 'disabled' },
      controlPlaneEndpoint: { host: 'api.example.org', port: 443 },
    },
  ],
  [
    'endpoint of somebody else with a port',
    { endpoint: AwsEndpoint.external({ host: 'api.example.org', port: 8443 }).model },
    { controlPlaneEndpoint: { host: 'api.example.org', port: 8443 } },
  ],
  [
    'bastion that is switched off',
    { bastion: { enabled: false, allowedCidrs: ['192.0.2.1/32'] } },
    { bastion: { enabled: false, allowedCIDRBlocks: ['192.0.2.1/32'] } },
  ],
  [
    'bucket',
    {
      bucket: { name: 'demo-ignition' },
      pools: [awsPool({ instanceProfile: 'b' }), awsPool({ name: 'more', instanceProfile: 'a' })],
    },
    {
      s3Bucket: {
        name: 'demo-ignition',
        controlPlaneIAMInstanceProfile: 'control-plane.cluster-api-provider-aws.sigs.k8s.io',
        nodesIAMInstanceProfiles: ['a', 'b'],
      },
    },
  ],
  [
    'bucket of no pools',
    { bucket: { name: 'demo-ignition' }, pools: [] },
    { 's3Bucket.nodesIAMInstanceProfiles': ['nodes.cluster-api-provider-aws.sigs.k8s.io'] },
  ],
];

describe('AWSCluster', () => {
  for (const [name, model, fields] of ROWS) {
    it(`has what is said of it: ${name}`, () => {
      const cluster = awsCluster(model);
      const object = AWS_RENDERER.cluster(renderContext(cluster, AWS_RENDERER));

      for (const [way, value] of Object.entries(fields)) {
        assert.deepEqual(at(object.spec, way), value, way);
      }
      assert.deepEqual(validateObject(SCHEMAS, object), []);
    });
  }
});

/** Value at the end of a way, in which numbers are positions. */
function at(spec: unknown, way: string): unknown {
  return way.split('.').reduce<unknown>((value, step) => {
    return Array.isArray(value) ? value[Number(step)] : valueAt(value, step);
  }, spec);
}
