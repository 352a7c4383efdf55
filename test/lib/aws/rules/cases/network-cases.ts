import { awsCluster } from '../../../../support/aws-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { adopting, balanced, inVpc } from './aws-case';

const SUBNET_ID = 'subnet-0a1b2c3d4e5f60718';
const PUBLIC = subnet('edge-a', '10.8.0.0/20', 'eu-central-1a', true);
const PRIVATE = subnet('nodes-a', '10.8.64.0/18', 'eu-central-1a', false);

/** Examples of rules on networks and endpoints. */
export const NETWORK_CASES: readonly RuleCase[] = [
  {
    rule: 'aws-vpc-id',
    broken: adopting('my-vpc'),
    sound: adopting('vpc-0a1b2c3d'),
    says: `mothership/demo: network.vpcId is "my-vpc"
  allowed: "vpc-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "vpc-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-subnet-ids',
    broken: adopting('vpc-0a1b2c3d', ['nodes', SUBNET_ID]),
    sound: adopting('vpc-0a1b2c3d', [SUBNET_ID]),
    says: `mothership/demo: network.subnetIds is "nodes"
  allowed: "subnet-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "subnet-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-vpc-range',
    broken: inVpc({ nodeCidr: '172.16.0.0/12' }),
    sound: inVpc({ nodeCidr: '172.16.0.0/28' }),
    says: `mothership/demo: network.nodeCidr is "172.16.0.0/12"
  allowed: an IPv4 range from a /28 to a /16
  fix: write, for example, "10.8.0.0/16"`,
  },
  {
    rule: 'aws-zone-limit',
    broken: inVpc({ zoneLimit: 0 }),
    sound: inVpc({ zoneLimit: 1 }),
    says: `mothership/demo: network.zoneLimit is 0
  allowed: an integer of 1 or more
  fix: leave it out`,
  },
  {
    rule: 'aws-subnet-name',
    broken: inVpc({ subnets: [PUBLIC, { ...PRIVATE, name: 'edge-a' }] }),
    sound: inVpc({ subnets: [PUBLIC, PRIVATE] }),
    says: `mothership/demo: network.subnets[1].name is "edge-a"
  allowed: a name that no other subnet has and that does not start with "subnet-"
  fix: name it "edge-a-2"`,
  },
  {
    rule: 'aws-subnet-name',
    broken: inVpc({ subnets: [PUBLIC, { ...PRIVATE, name: 'subnet-' }] }),
    says: `mothership/demo: network.subnets[1].name is "subnet-"
  allowed: a name that no other subnet has and that does not start with "subnet-"
  fix: name it "nodes-2"`,
  },
  {
    rule: 'aws-subnet-range',
    broken: inVpc({ subnets: [PUBLIC, { ...PRIVATE, cidr: '10.8.0.0/18' }] }),
    sound: inVpc({ subnets: [PUBLIC, { ...PRIVATE, cidr: '10.8.16.0/20' }] }),
    says: `mothership/demo: network.subnets[1].cidr is "10.8.0.0/18"
  allowed: a part of 10.8.0.0/16, up to a /28, that overlaps no earlier subnet
  fix: write a range of its own`,
  },
  {
    rule: 'aws-subnet-range',
    broken: inVpc({ subnets: [PUBLIC, { ...PRIVATE, cidr: '10.9.0.0/18' }] }),
    says: `mothership/demo: network.subnets[1].cidr is "10.9.0.0/18"
  allowed: a part of 10.8.0.0/16, up to a /28, that overlaps no earlier subnet
  fix: write a range of its own`,
  },
  {
    rule: 'aws-subnet-zone',
    broken: inVpc({ subnets: [PUBLIC, { ...PRIVATE, availabilityZone: 'eu-west-1a' }] }),
    sound: inVpc({ subnets: [PUBLIC, PRIVATE] }),
    says: `mothership/demo: network.subnets[1].availabilityZone is "eu-west-1a"
  allowed: a zone of region "eu-central-1"
  fix: write, for example, "eu-central-1a"`,
  },
  {
    rule: 'aws-subnet-private',
    broken: inVpc({ subnets: [PUBLIC] }),
    sound: inVpc({ subnets: [PUBLIC, PRIVATE] }),
    says: `mothership/demo: network.subnets is ["edge-a"]
  allowed: a subnet that is not public
  fix: add a private subnet`,
  },
  {
    rule: 'aws-subnet-public',
    broken: inVpc({
      subnets: [PUBLIC, PRIVATE, subnet('nodes-b', '10.8.128.0/18', 'eu-central-1b', false)],
    }),
    sound: inVpc({ subnets: [PUBLIC, PRIVATE] }),
    says: `mothership/demo: network.subnets[2].availabilityZone is "eu-central-1b"
  allowed: a zone with a public subnet, whose gateway "nodes-b" needs to pull images
  fix: add a subnet with public: true in eu-central-1b`,
  },
  {
    rule: 'aws-ip-family',
    broken: awsCluster({
      podCidrs: ['192.168.0.0/16', 'fd00:10::/56'],
      serviceCidrs: ['10.96.0.0/12', 'fd00:20::/112'],
    }),
    sound: awsCluster({ podCidrs: ['192.168.0.0/16'] }),
    says: `mothership/demo: network.podCidrs is "fd00:10::/56"
  allowed: IPv4 ranges on AWS
  fix: leave it out, or create the cluster on OpenStack, where ClusterNetwork supports both families
mothership/demo: network.serviceCidrs is "fd00:20::/112"
  allowed: IPv4 ranges on AWS
  fix: leave it out, or create the cluster on OpenStack, where ClusterNetwork supports both families`,
  },
  {
    rule: 'aws-balancer-name',
    broken: balanced({ name: 'api_server.prod-' }),
    sound: balanced({ name: 'a'.repeat(32) }),
    says: `mothership/demo: endpoint.name is "api_server.prod-"
  allowed: 1 to 32 letters, digits and dashes, not starting or ending with a dash
  fix: name it "api-server-prod"`,
  },
  {
    rule: 'aws-balancer-ids',
    broken: balanced({ subnetIds: ['edge-a'], securityGroupIds: ['sg-1'] }),
    sound: {
      ...inVpc({ subnets: [PUBLIC, PRIVATE] }),
      endpoint: balanced({ subnetIds: ['edge-a', SUBNET_ID], securityGroupIds: ['sg-0a1b2c3d'] })
        .endpoint,
    },
    says: `mothership/demo: endpoint.subnetIds is "edge-a"
  allowed: "subnet-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "subnet-0a1b2c3d4e5f60718"
mothership/demo: endpoint.securityGroupIds is "sg-1"
  allowed: "sg-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "sg-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-allowed-ranges',
    broken: balanced({ allowedCidrs: ['203.0.113.0/24', '2001:db8::/32'] }),
    sound: balanced({ allowedCidrs: ['203.0.113.0/24'] }),
    says: `mothership/demo: endpoint.allowedCidrs is "2001:db8::/32"
  allowed: IPv4 ranges and addresses
  fix: leave it out`,
  },
  {
    rule: 'aws-additional-ports',
    broken: balanced({ additionalPorts: [22, 6443] }),
    sound: balanced({ additionalPorts: [22, 65_535] }),
    says: `mothership/demo: endpoint.additionalPorts is [22,6443]
  allowed: ports from 1 to 65535 other than 6443, without duplicates
  fix: write [22]`,
  },
  {
    rule: 'aws-additional-ports',
    broken: balanced({ additionalPorts: [8132, 8132] }),
    says: `mothership/demo: endpoint.additionalPorts is [8132,8132]
  allowed: ports from 1 to 65535 other than 6443, without duplicates
  fix: write [8132]`,
  },
  {
    rule: 'aws-health-check',
    broken: balanced({ healthCheck: { intervalSeconds: 4, thresholdCount: 11 } }),
    sound: balanced({ healthCheck: { intervalSeconds: 5, thresholdCount: 10 } }),
    says: `mothership/demo: endpoint.healthCheck.intervalSeconds is 4
  allowed: an integer from 5 to 300
  fix: leave it out
mothership/demo: endpoint.healthCheck.thresholdCount is 11
  allowed: an integer from 2 to 10
  fix: leave it out`,
  },
  {
    rule: 'aws-network-mtu',
    broken: inVpc({ mtu: 9_216 }),
    sound: inVpc({ mtu: 9_001 }),
    says: `mothership/demo: network.mtu is 9216
  allowed: an integer from 576 to 9001 bytes
  fix: leave it out so that each node detects it`,
  },
];

function subnet(name: string, cidr: string, availabilityZone: string, isPublic: boolean) {
  return { name, cidr, availabilityZone, public: isPublic };
}
