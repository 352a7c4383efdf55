import type { SecurityRuleModel } from '../../../../../lib/addons/model/firewall-rule';
import { type AwsClusterModel, awsCluster } from '../../../../support/aws-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { withPool } from './aws-case';

const GROUP = 'sg-0a1b2c3d4e5f60718';
const GROUPS = {
  controlPlane: GROUP,
  nodes: GROUP,
  apiServerLoadBalancer: GROUP,
  loadBalancers: GROUP,
};
const BASTION = { enabled: true, allowedCidrs: ['203.0.113.0/24'] };

/** Examples of rules on firewalls, bastions and buckets. */
export const FIREWALL_CASES: readonly RuleCase[] = [
  {
    rule: 'aws-rule-direction',
    broken: ruled({ direction: 'egress' }),
    sound: ruled({}),
    says: `mothership/demo: securityGroups.rules["metrics"].direction is "egress"
  allowed: "ingress"
  fix: leave the rule out`,
  },
  {
    rule: 'aws-rule-scope',
    broken: ruled({ scope: 'workers' }),
    sound: ruled({ scope: 'controlPlane' }),
    says: `mothership/demo: securityGroups.rules["metrics"].scope is "workers"
  allowed: "allNodes" or "controlPlane"
  fix: write "allNodes"`,
  },
  {
    rule: 'aws-rule-protocol',
    broken: ruled({ protocol: 'sctp' }),
    sound: ruled({ protocol: '17' }),
    says: `mothership/demo: securityGroups.rules["metrics"].protocol is "sctp"
  allowed: tcp, udp, icmp, esp, IP-in-IP ("4"), or no protocol for all
  fix: leave it out to allow every protocol`,
  },
  {
    rule: 'aws-rule-peer',
    broken: ruled({ peer: { kind: 'cidr', cidr: '2001:db8::/32' } }),
    sound: ruled({ peer: { kind: 'group', id: GROUP } }),
    says: `mothership/demo: securityGroups.rules["metrics"].from is "2001:db8::/32"
  allowed: an IPv4 range
  fix: write an IPv4 range`,
  },
  {
    rule: 'aws-rule-peer',
    broken: ruled({ peer: { kind: 'group', id: 'nodes' } }),
    sound: ruled({ peer: { kind: 'groups', groups: ['worker'] } }),
    says: `mothership/demo: securityGroups.rules["metrics"].from is "nodes"
  allowed: "sg-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "sg-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-rule-peer',
    broken: ruled({ peer: { kind: 'groups', groups: ['bastion'] } }),
    sound: ruled({ peer: { kind: 'groups', groups: ['bastion'] } }, { bastion: BASTION }),
    says: `mothership/demo: securityGroups.rules["metrics"].from is ["bastion"]
  allowed: "controlplane" and "worker"; the cluster has no bastion
  fix: leave "bastion" out, or add bastion: { allowedCidrs: […] } to the cluster`,
  },
  {
    rule: 'aws-node-port-ranges',
    broken: awsCluster({
      securityGroups: { kind: 'managed', rules: [], nodePortCidrs: ['10.0.0.0/8', 'fd00::/8'] },
    }),
    sound: awsCluster({
      securityGroups: { kind: 'managed', rules: [], nodePortCidrs: ['10.0.0.0/8'] },
    }),
    says: `mothership/demo: securityGroups.nodePortCidrs is "fd00::/8"
  allowed: IPv4 ranges and addresses
  fix: leave it out`,
  },
  {
    rule: 'aws-group-ids',
    broken: awsCluster({ securityGroups: { kind: 'adopted', ids: { ...GROUPS, nodes: 'nodes' } } }),
    sound: awsCluster({ securityGroups: { kind: 'adopted', ids: GROUPS } }),
    says: `mothership/demo: securityGroups.nodes is "nodes"
  allowed: "sg-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "sg-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-bastion-ranges',
    broken: awsCluster({ bastion: { ...BASTION, allowedCidrs: [] } }),
    sound: awsCluster({ bastion: BASTION }),
    says: `mothership/demo: bastion.allowedCidrs is []
  allowed: one or more IPv4 ranges
  fix: write the ranges that operators connect from, or ["0.0.0.0/0"] for everyone`,
  },
  {
    rule: 'aws-bastion-ranges',
    broken: awsCluster({ bastion: { ...BASTION, allowedCidrs: ['203.0.113.0/24', '::/0'] } }),
    says: `mothership/demo: bastion.allowedCidrs is "::/0"
  allowed: one or more IPv4 ranges
  fix: write the ranges that operators connect from, or ["0.0.0.0/0"] for everyone`,
  },
  {
    rule: 'aws-bastion-image',
    broken: awsCluster({ bastion: { ...BASTION, ami: 'ubuntu' } }),
    sound: awsCluster({ bastion: { ...BASTION, ami: 'ami-0a1b2c3d' } }),
    says: `mothership/demo: bastion.ami is "ubuntu"
  allowed: "ami-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "ami-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-bucket-name',
    broken: awsCluster({ bucket: { name: 'Clusters' } }),
    sound: awsCluster({ bucket: { name: 'example-clusters' } }),
    says: `mothership/demo: bucket.name is "Clusters"
  allowed: 3 to 63 lowercase letters, digits, dots and dashes, starting and ending with a letter or digit, not an IP address
  fix: write, for example, "example-clusters-ignition"`,
  },
  {
    rule: 'aws-bucket-name',
    broken: awsCluster({ bucket: { name: '192.168.5.4' } }),
    says: `mothership/demo: bucket.name is "192.168.5.4"
  allowed: 3 to 63 lowercase letters, digits, dots and dashes, starting and ending with a letter or digit, not an IP address
  fix: write, for example, "example-clusters-ignition"`,
  },
  {
    rule: 'aws-ignition-bucket',
    broken: withPool({ ignition: true }),
    sound: withPool({ ignition: true }, { bucket: { name: 'example-clusters' } }),
    says: `mothership/demo/workers: bootstrap.format is "ignition"
  allowed: Ignition in a cluster with a bucket
  fix: add bucket: { name: '…' } to the cluster, or leave format out`,
  },
  {
    rule: 'aws-ignition-store',
    broken: withPool(
      { ignition: true, userDataStore: 'ssm-parameter-store' },
      { bucket: { name: 'example-clusters' } },
    ),
    sound: withPool({ userDataStore: 'ssm-parameter-store' }),
    says: `mothership/demo/workers: userDataStore is "ssm-parameter-store"
  allowed: none; Ignition reads from the bucket
  fix: leave it out`,
  },
];

function ruled(rule: Partial<SecurityRuleModel>, rest: Partial<AwsClusterModel> = {}) {
  const whole: SecurityRuleModel = {
    name: 'metrics',
    scope: 'allNodes',
    direction: 'ingress',
    etherType: 'IPv4',
    protocol: 'tcp',
    portRangeMin: 9100,
    portRangeMax: 9100,
    description: 'metrics',
    peer: { kind: 'cidr', cidr: '10.0.0.0/8' },
    ...rule,
  };
  return awsCluster({ securityGroups: { kind: 'managed', rules: [whole] }, ...rest });
}
