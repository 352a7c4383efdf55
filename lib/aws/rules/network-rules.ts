import { type Cidr, cidrContains, tryParseCidr } from '../../base/cidr';
import { leaveOut, nameIt, suchAs } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { onlyIpv4Rule } from '../../cluster/rules/only-ipv4-rule';
import { refuseSubnetRanges } from '../../cluster/rules/subnet-ranges';
import type { AwsCluster } from '../model/cluster';
import type { AwsNetworkModel } from '../model/network';
import { idFinding, zoneFinding } from './identifiers';

const TYPES = 'CAPA@v2.11.1:api/v1beta2/network_types.go';
const SUBNETS = 'CAPA@v2.11.1:pkg/cloud/services/network/subnets.go';
const RESERVED = 'subnet-';
const SHORTEST_PREFIX = 16;
const LONGEST_PREFIX = 28;
const LEAST_MTU = 576;
const MOST_MTU = 9_001;
const VPC_WORDS = `an IPv4 range from a /${LONGEST_PREFIX} to a /${SHORTEST_PREFIX}`;

/** VPC that the provider creates. */
type Managed = Extract<AwsNetworkModel, { kind: 'managed' }>;

/** Rules for existing VPCs. */
export const AWS_ADOPTED_NETWORK_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-vpc-id',
    reason: 'The provider finds an existing VPC only by its ID.',
    source: TYPES,
    check({ path, network }, refuse) {
      if (network.kind !== 'adopted') return;
      const finding = idFinding('vpc', network.vpcId);
      if (finding !== undefined) refuse({ path, prop: 'network.vpcId' }, finding);
    },
  },
  {
    id: 'aws-subnet-ids',
    reason: 'The provider takes anything other than a subnet ID as the name of a subnet to create.',
    source: TYPES,
    check({ path, network }, refuse) {
      if (network.kind !== 'adopted') return;
      for (const id of network.subnetIds) {
        const finding = idFinding('subnet', id);
        if (finding !== undefined) refuse({ path, prop: 'network.subnetIds' }, finding);
      }
    },
  },
];

/** Rules for the MTU of a network. */
export const AWS_MTU_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-network-mtu',
    reason:
      'Hosts must accept packets of at least 576 bytes, and EC2 networks carry packets of at most 9001 bytes.',
    source: 'tigera/docs@main:calico/networking/configuring/mtu.mdx',
    check({ path, network }, refuse) {
      if (isWholeNumber(network.mtu, LEAST_MTU, MOST_MTU)) return;
      refuse(
        { path, prop: 'network.mtu' },
        {
          given: network.mtu,
          allowed: `an integer from ${LEAST_MTU} to ${MOST_MTU} bytes`,
          fix: leaveOut({ ends: ' so that each node detects it' }),
        },
      );
    },
  },
];

/** Rules for VPCs that the provider creates. */
export const AWS_MANAGED_NETWORK_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-vpc-range',
    reason: 'AWS rejects a VPC range with another prefix length.',
    source: TYPES,
    check({ path, network }, refuse) {
      const cidr = network.kind === 'managed' ? tryParseCidr(network.nodeCidr) : undefined;
      if (cidr === undefined || isVpcRange(cidr)) return;
      refuse(
        { path, prop: 'network.nodeCidr' },
        { given: network.nodeCidr, allowed: VPC_WORDS, fix: suchAs('10.8.0.0/16') },
      );
    },
  },
  {
    id: 'aws-zone-limit',
    reason: 'The provider needs at least one zone for subnets.',
    source: TYPES,
    check({ path, network }, refuse) {
      if (network.kind !== 'managed' || isWholeNumber(network.zoneLimit, 1)) return;
      refuse(
        { path, prop: 'network.zoneLimit' },
        { given: network.zoneLimit, allowed: 'an integer of 1 or more', fix: leaveOut() },
      );
    },
  },
];

/** Rules for the subnets of VPCs that the provider creates. */
export const AWS_SUBNET_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-subnet-name',
    reason:
      'The provider looks up a name with the prefix of an ID as an existing subnet, and subnet names must be unique.',
    source: TYPES,
    check({ path, network }, refuse) {
      const names = subnetsOf(network).map(({ name }) => name);
      names.forEach((name, index) => {
        const isNew = names.indexOf(name) === index;
        if (isNew && name !== '' && !name.startsWith(RESERVED)) return;
        refuse(
          { path, prop: `network.subnets[${index}].name` },
          {
            given: name,
            allowed: `a name that no other subnet has and that does not start with "${RESERVED}"`,
            fix: nameIt(`${name.replace(RESERVED, '') || 'nodes'}-${index + 1}`),
          },
        );
      });
    },
  },
  {
    id: 'aws-subnet-range',
    reason:
      'A subnet cannot be created outside the range of its VPC or in the range of another subnet.',
    source: SUBNETS,
    check({ path, network }, refuse) {
      const vpc = network.kind === 'managed' ? tryParseCidr(network.nodeCidr) : undefined;
      if (vpc === undefined || !isVpcRange(vpc)) return;
      const isPart = (cidr: Cidr) =>
        isVpcRange(cidr) && cidr.prefix >= vpc.prefix && cidrContains(vpc, cidr.network);
      const divided = { whole: vpc, longest: LONGEST_PREFIX, isPart };
      refuseSubnetRanges(path, subnetsOf(network), divided, refuse);
    },
  },
  {
    id: 'aws-subnet-zone',
    reason: 'A subnet cannot be created in a zone of another region.',
    source: SUBNETS,
    check({ path, network, cloud }, refuse) {
      subnetsOf(network).forEach(({ availabilityZone }, index) => {
        const finding = zoneFinding(cloud.region, availabilityZone);
        if (finding === undefined) return;
        refuse({ path, prop: `network.subnets[${index}].availabilityZone` }, finding);
      });
    },
  },
  {
    id: 'aws-subnet-private',
    reason: 'Machines are created in private subnets and fail without one.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/ec2/instances.go',
    check({ path, network }, refuse) {
      const subnets = subnetsOf(network);
      if (subnets.some((subnet) => !subnet.public)) return;
      refuse(
        { path, prop: 'network.subnets' },
        {
          given: subnets.map(({ name }) => name),
          allowed: 'a subnet that is not public',
          fix: 'add a private subnet',
        },
      );
    },
  },
  {
    id: 'aws-subnet-public',
    reason:
      'A private subnet needs a public one in its zone, to reach the internet and to be reached by an internet-facing load balancer.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/network/natgateways.go',
    check({ path, network, cloud }, refuse) {
      const subnets = subnetsOf(network);
      const reached = subnets.filter((subnet) => subnet.public);
      subnets.forEach(({ availabilityZone, name, public: isPublic }, index) => {
        if (isPublic || zoneFinding(cloud.region, availabilityZone) !== undefined) return;
        if (reached.some((one) => one.availabilityZone === availabilityZone)) return;
        refuse(
          { path, prop: `network.subnets[${index}].availabilityZone` },
          {
            given: availabilityZone,
            allowed: `a zone with a public subnet, whose gateway ${JSON.stringify(name)} needs to pull images`,
            fix: `add a subnet with public: true in ${availabilityZone}`,
          },
        );
      });
    },
  },
];

/** Rules for IP families. */
export const AWS_FAMILY_RULES: readonly Rule<AwsCluster>[] = [
  onlyIpv4Rule({
    id: 'aws-ip-family',
    reason: 'The library writes VPCs with IPv4 subnets only, so machines have only IPv4 addresses.',
    source: TYPES,
    cloud: 'AWS',
    elsewhere: 'create the cluster on OpenStack, where ClusterNetwork supports both families',
  }),
];

function subnetsOf(network: AwsNetworkModel): Managed['subnets'] {
  return network.kind === 'managed' ? network.subnets : [];
}

function isVpcRange({ family, prefix }: Cidr): boolean {
  return family === 4 && prefix >= SHORTEST_PREFIX && prefix <= LONGEST_PREFIX;
}
