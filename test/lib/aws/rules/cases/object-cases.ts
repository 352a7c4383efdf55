import { awsCluster, patchedAwsObject } from '../../../../support/aws-models';
import type { FieldPatch } from '../../../../support/patched-objects';
import { FinishedObject, type RuleCase } from '../../../assembly/rule-case';

const AT = 'spec template spec';
const BALANCER = 'spec controlPlaneLoadBalancer';
const SECOND = 'spec secondaryControlPlaneLoadBalancer';
const RULES = 'spec network additionalNodeIngressRules';
const RULE = { description: 'a', protocol: 'tcp', fromPort: 22, toPort: 22 };
const ENDPOINT = { host: 'api.example.org', port: 6443 };
const HOST = 'h-0a1b2c3d4e5f60718';
const MACHINE = 'pool/workers/machineTemplate';

/** Examples of rules on finished objects. */
export const OBJECT_CASES: readonly RuleCase[] = [
  {
    rule: 'object-aws-region',
    ...cluster([['spec region', undefined]], []),
    says: `mothership/demo: spec.region of AWSCluster demo is missing
  allowed: the region of the account
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-aws-balancer-type',
    ...cluster(
      [[`${BALANCER} loadBalancerType`, undefined]],
      [[`${BALANCER} loadBalancerType`, 'classic']],
    ),
    says: `mothership/demo: spec.controlPlaneLoadBalancer.loadBalancerType of AWSCluster demo is missing
  allowed: "nlb", or "disabled" with a controlPlaneEndpoint
  fix: write "nlb"`,
  },
  {
    rule: 'object-aws-balancer-off',
    ...cluster(
      [
        [BALANCER, { loadBalancerType: 'disabled', name: 'api', crossZoneLoadBalancing: true }],
        ['spec controlPlaneEndpoint', ENDPOINT],
      ],
      [
        [BALANCER, { loadBalancerType: 'disabled', preserveClientIP: false, subnets: [] }],
        ['spec controlPlaneEndpoint', ENDPOINT],
      ],
    ),
    says: `mothership/demo: spec.controlPlaneLoadBalancer.crossZoneLoadBalancing of AWSCluster demo is true
  allowed: none; loadBalancerType is "disabled"
  fix: leave it out
mothership/demo: spec.controlPlaneLoadBalancer.name of AWSCluster demo is "api"
  allowed: none; loadBalancerType is "disabled"
  fix: leave it out`,
  },
  {
    rule: 'object-aws-endpoint',
    ...cluster(
      [[BALANCER, { loadBalancerType: 'disabled' }]],
      [
        [BALANCER, { loadBalancerType: 'disabled' }],
        ['spec controlPlaneEndpoint', ENDPOINT],
      ],
    ),
    says: `mothership/demo: spec.controlPlaneEndpoint.host of AWSCluster demo is missing
  allowed: a host; the provider creates no load balancer
  fix: write endpoint: AwsEndpoint.external({ host })`,
  },
  {
    rule: 'object-aws-second-balancer',
    ...cluster(
      [[SECOND, { scheme: 'internet-facing', loadBalancerType: 'classic' }]],
      [[SECOND, { name: 'inside', scheme: 'internal', loadBalancerType: 'nlb' }]],
    ),
    says: `mothership/demo: spec.secondaryControlPlaneLoadBalancer.name of AWSCluster demo is missing
  allowed: a name that differs from that of the first load balancer
  fix: give it a unique name
mothership/demo: spec.secondaryControlPlaneLoadBalancer.scheme of AWSCluster demo is "internet-facing"
  allowed: a scheme that differs from that of the first load balancer
  fix: write "internal"
mothership/demo: spec.secondaryControlPlaneLoadBalancer.loadBalancerType of AWSCluster demo is "classic"
  allowed: "nlb"
  fix: write "nlb"`,
  },
  {
    rule: 'object-aws-second-balancer',
    ...cluster(
      [
        [`${BALANCER} name`, 'api'],
        [`${BALANCER} scheme`, 'internal'],
        [SECOND, { name: 'api', scheme: 'internal', loadBalancerType: 'nlb' }],
      ],
      [
        [`${BALANCER} scheme`, 'internal'],
        [SECOND, { name: 'outside', loadBalancerType: 'nlb' }],
      ],
    ),
    says: `mothership/demo: spec.secondaryControlPlaneLoadBalancer.name of AWSCluster demo is "api"
  allowed: a name that differs from that of the first load balancer
  fix: give it a unique name
mothership/demo: spec.secondaryControlPlaneLoadBalancer.scheme of AWSCluster demo is "internal"
  allowed: a scheme that differs from that of the first load balancer
  fix: write "internet-facing"`,
  },
  {
    rule: 'object-aws-rule-peer',
    ...cluster(
      [
        [
          RULES,
          [
            { ...RULE, cidrBlocks: ['10.0.0.0/8'], ipv6CidrBlocks: ['fd00::/8'] },
            { ...RULE, cidrBlocks: ['10.0.0.0/8'], sourceSecurityGroupRoles: ['node'] },
          ],
        ],
        [
          `${BALANCER} ingressRules`,
          [{ ...RULE, natGatewaysIPsSource: true, cidrBlocks: ['10.0.0.0/8'] }],
        ],
      ],
      [
        [
          RULES,
          [
            {
              ...RULE,
              sourceSecurityGroupIds: ['sg-0a1b2c3d'],
              sourceSecurityGroupRoles: ['node'],
            },
          ],
        ],
      ],
    ),
    says: `mothership/demo: spec.network.additionalNodeIngressRules[1] of AWSCluster demo is ["cidrBlocks","sourceSecurityGroupRoles"]
  allowed: one of CIDR ranges, security groups or natGatewaysIPsSource
  fix: write one rule for each kind of source
mothership/demo: spec.controlPlaneLoadBalancer.ingressRules[0] of AWSCluster demo is ["cidrBlocks","natGatewaysIPsSource"]
  allowed: one of CIDR ranges, security groups or natGatewaysIPsSource
  fix: write one rule for each kind of source`,
  },
  {
    rule: 'object-aws-bastion',
    ...cluster(
      [['spec bastion', { disableIngressRules: true, allowedCIDRBlocks: ['10.0.0.0/8'] }]],
      [['spec bastion', { disableIngressRules: true, allowedCIDRBlocks: [] }]],
    ),
    says: `mothership/demo: spec.bastion.allowedCIDRBlocks of AWSCluster demo is ["10.0.0.0/8"]
  allowed: none; disableIngressRules is true
  fix: leave it out`,
  },
  {
    rule: 'object-aws-cluster-tags',
    ...cluster(
      [['spec additionalTags', { 'aws:cloudformation': 'a' }]],
      [['spec additionalTags', { team: 'a' }]],
    ),
    says: `mothership/demo: spec.additionalTags of AWSCluster demo is "aws:cloudformation"
  allowed: a key that does not start with "aws:"
  fix: name it "cloudformation"`,
  },
  {
    rule: 'object-aws-one-machine',
    ...machine(
      [
        [`${AT} providerID`, 'aws:///eu-central-1a/i-1'],
        [`${AT} cloudInit`, { secretPrefix: 'a' }],
      ],
      [],
    ),
    says: `mothership/demo: spec.template.spec.providerID of AWSMachineTemplate demo-workers is "aws:///eu-central-1a/i-1"
  allowed: none; the provider writes it into each machine
  fix: leave it out
mothership/demo: spec.template.spec.cloudInit.secretPrefix of AWSMachineTemplate demo-workers is "a"
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-aws-one-machine',
    broken: finished([[`${AT} cloudInit`, { secretCount: 2 }]]),
    sound: finished([
      ['kind', 'AWSMachine'],
      ['spec', { instanceType: 'm6i.large', providerID: 'aws:///eu-central-1a/i-1' }],
    ]),
    says: `mothership/demo: spec.template.spec.cloudInit.secretCount of AWSMachineTemplate demo-workers is 2
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-aws-volume',
    ...machine(
      [
        [`${AT} rootVolume`, { size: 80, type: 'io1' }],
        [`${AT} nonRootVolumes`, [{ size: 80, type: 'gp3', throughput: 100 }]],
      ],
      [
        [`${AT} rootVolume`, { size: 80, type: 'io1', iops: 3_000 }],
        [
          `${AT} nonRootVolumes`,
          [{ size: 80, type: 'gp3', throughput: 125, deviceName: '/dev/sdb' }],
        ],
      ],
    ),
    says: `mothership/demo: spec.template.spec.rootVolume.iops of AWSMachineTemplate demo-workers is missing
  allowed: a number above 0 for "io1"
  fix: write 3000
mothership/demo: spec.template.spec.nonRootVolumes[0].throughput of AWSMachineTemplate demo-workers is 100
  allowed: a number from 125 to 2000, only with type "gp3"
  fix: leave it out
mothership/demo: spec.template.spec.nonRootVolumes[0].deviceName of AWSMachineTemplate demo-workers is missing
  allowed: a name such as "/dev/sdb"
  fix: write "/dev/sdb"`,
  },
  {
    rule: 'object-aws-group',
    ...machine(
      [
        [
          `${AT} additionalSecurityGroups`,
          [{ id: 'sg-0a1b2c3d', filters: [{ name: 'tag:a', values: ['b'] }] }],
        ],
      ],
      [[`${AT} additionalSecurityGroups`, [{ id: 'sg-0a1b2c3d', filters: [] }]]],
    ),
    says: `mothership/demo: spec.template.spec.additionalSecurityGroups[0] of AWSMachineTemplate demo-workers is {"id":"sg-0a1b2c3d","filters":[{"name":"tag:a","values":["b"]}]}
  allowed: either id or filters
  fix: leave one of the two out`,
  },
  {
    rule: 'object-aws-market',
    ...machine(
      [
        [`${AT} spotMarketOptions`, {}],
        [`${AT} marketType`, 'OnDemand'],
        [`${AT} capacityReservationId`, 'cr-0a1b2c3d'],
      ],
      [
        [`${AT} spotMarketOptions`, {}],
        [`${AT} marketType`, 'Spot'],
      ],
    ),
    says: `mothership/demo: spec.template.spec.capacityReservationId of AWSMachineTemplate demo-workers is "cr-0a1b2c3d"
  allowed: none; spot instances cannot use a reservation
  fix: leave it out
mothership/demo: spec.template.spec.marketType of AWSMachineTemplate demo-workers is "OnDemand"
  allowed: "Spot" when spotMarketOptions is set
  fix: write "Spot"`,
  },
  {
    rule: 'object-aws-market',
    ...machine(
      [[`${AT} marketType`, 'CapacityBlock']],
      [
        [`${AT} marketType`, 'CapacityBlock'],
        [`${AT} capacityReservationId`, 'cr-0a1b2c3d'],
      ],
    ),
    says: `mothership/demo: spec.template.spec.capacityReservationId of AWSMachineTemplate demo-workers is missing
  allowed: the reservation of the Capacity Block
  fix: add it, or leave marketType out`,
  },
  {
    rule: 'object-aws-host',
    ...machine(
      [[`${AT} hostID`, HOST]],
      [
        [`${AT} hostID`, HOST],
        [`${AT} tenancy`, 'host'],
      ],
    ),
    says: `mothership/demo: spec.template.spec.tenancy of AWSMachineTemplate demo-workers is missing
  allowed: "host" with hostID, dynamicHostAllocation or hostAffinity: "host"
  fix: write "host"`,
  },
  {
    rule: 'object-aws-host',
    ...machine(
      [
        [`${AT} tenancy`, 'host'],
        [`${AT} hostID`, HOST],
        [`${AT} dynamicHostAllocation`, {}],
      ],
      [
        [`${AT} tenancy`, 'host'],
        [`${AT} hostAffinity`, 'host'],
        [`${AT} dynamicHostAllocation`, {}],
      ],
    ),
    says: `mothership/demo: spec.template.spec.dynamicHostAllocation of AWSMachineTemplate demo-workers is {}
  allowed: none; hostID is set
  fix: leave it out
mothership/demo: spec.template.spec.hostAffinity of AWSMachineTemplate demo-workers is missing
  allowed: "host" with dynamicHostAllocation or hostID, otherwise "default"
  fix: write "host"`,
  },
  {
    rule: 'object-aws-host',
    ...machine(
      [
        [`${AT} tenancy`, 'host'],
        [`${AT} hostAffinity`, 'host'],
      ],
      [[`${AT} hostAffinity`, 'default']],
    ),
    says: `mothership/demo: spec.template.spec.hostAffinity of AWSMachineTemplate demo-workers is "host"
  allowed: "host" with dynamicHostAllocation or hostID, otherwise "default"
  fix: write "default"`,
  },
  {
    rule: 'object-aws-ignition',
    ...machine(
      [
        [`${AT} ignition`, { version: '2.3' }],
        [`${AT} cloudInit`, { secureSecretsBackend: 'ssm-parameter-store' }],
      ],
      [[`${AT} ignition`, { version: '2.3' }]],
    ),
    says: `mothership/demo: spec.template.spec.cloudInit.secureSecretsBackend of AWSMachineTemplate demo-workers is "ssm-parameter-store"
  allowed: none; Ignition reads from the bucket
  fix: leave it out`,
  },
  {
    rule: 'object-aws-instance-tags',
    ...machine(
      [[`${AT} additionalTags`, { team: 'a*b' }]],
      [[`${AT} additionalTags`, { team: '' }]],
    ),
    says: `mothership/demo: spec.template.spec.additionalTags["team"] of AWSMachineTemplate demo-workers is "a*b"
  allowed: letters, digits, spaces and _ . : / = + - @
  fix: write "a-b"`,
  },
];

function cluster(broken: readonly FieldPatch[], sound: readonly FieldPatch[]) {
  return { broken: finished(broken, 'infrastructure'), sound: finished(sound, 'infrastructure') };
}

function machine(broken: readonly FieldPatch[], sound: readonly FieldPatch[]) {
  return { broken: finished(broken), sound: finished(sound) };
}

function finished(patches: readonly FieldPatch[], key = MACHINE): FinishedObject {
  return new FinishedObject(patchedAwsObject(key, patches), awsCluster().profile);
}
