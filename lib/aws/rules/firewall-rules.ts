import type { SecurityRuleModel } from '../../addons/model/firewall-rule';
import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { AwsCluster } from '../model/cluster';
import type { AwsAdoptedGroups } from '../model/security-groups';
import { protocolOf } from '../render/ingress-rules';
import { idFinding } from './identifiers';
import { ipv4Findings, isIpv4Range } from './ranges';

const GROUPS = 'CAPA@v2.11.1:pkg/cloud/services/securitygroup/securitygroups.go';
const TYPES = 'CAPA@v2.11.1:api/v1beta2/network_types.go';
const PROTOCOLS: readonly string[] = ['-1', '4', 'tcp', 'udp', 'icmp', '58', '50'];
const RULES = 'securityGroups.rules';

/** Rules on the firewall of a cluster. */
export const AWS_FIREWALL_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-rule-direction',
    reason: 'The provider writes rules for incoming traffic, and lets all of the other out.',
    source: GROUPS,
    check: eachRule(({ direction }) =>
      direction === 'ingress'
        ? undefined
        : {
            part: 'direction',
            finding: {
              given: direction,
              allowed: '"ingress"',
              fix: 'leave the rule out',
            },
          },
    ),
  },
  {
    id: 'aws-rule-scope',
    reason: 'Control-plane machines have the group of the workers too.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/ec2/instances.go',
    check: eachRule(({ scope }) =>
      scope === 'workers'
        ? {
            part: 'scope',
            finding: {
              given: scope,
              allowed: '"allNodes" or "controlPlane"',
              fix: write('allNodes'),
            },
          }
        : undefined,
    ),
  },
  {
    id: 'aws-rule-protocol',
    reason: 'The CRD takes the protocols that the provider knows.',
    source: TYPES,
    check: eachRule((rule) =>
      PROTOCOLS.includes(protocolOf(rule))
        ? undefined
        : {
            part: 'protocol',
            finding: {
              given: rule.protocol,
              allowed: 'tcp, udp, icmp, esp, IP-in-IP ("4") or none for all',
              fix: leaveOut({ ends: ' to allow every protocol' }),
            },
          },
    ),
  },
  {
    id: 'aws-rule-peer',
    reason: 'A rule of a VPC with IPv4 is for ranges of IPv4, or for groups that there are.',
    source: GROUPS,
    check: eachRule(({ peer }, { bastion }) => {
      if (peer.kind === 'cidr') {
        if (isIpv4Range(peer.cidr)) return undefined;
        const finding = { given: peer.cidr, allowed: 'an IPv4 range', fix: 'write an IPv4 range' };
        return { part: 'from', finding };
      }
      if (peer.kind === 'group') {
        const finding = idFinding('sg', peer.id);
        return finding && { part: 'from', finding };
      }
      if (bastion?.enabled === true || !peer.groups.includes('bastion')) return undefined;
      return {
        part: 'from',
        finding: {
          given: peer.groups,
          allowed: '"controlplane" and "worker" without a bastion',
          fix: 'leave "bastion" out, or write bastion: { allowedCidrs: […] }',
        },
      };
    }),
  },
  {
    id: 'aws-node-port-ranges',
    reason: 'What is no range of IPv4 is refused, or opens nothing.',
    source: GROUPS,
    check({ path, securityGroups }, refuse) {
      if (securityGroups.kind === 'adopted') return;
      for (const finding of ipv4Findings(securityGroups.nodePortCidrs)) {
        refuse({ path, prop: 'securityGroups.nodePortCidrs' }, finding);
      }
    },
  },
  {
    id: 'aws-group-ids',
    reason: 'Groups that exist are found by their identifiers alone.',
    source: GROUPS,
    check({ path, securityGroups }, refuse) {
      if (securityGroups.kind !== 'adopted') return;
      for (const role of Object.keys(securityGroups.ids) as (keyof AwsAdoptedGroups)[]) {
        const finding = idFinding('sg', securityGroups.ids[role]);
        if (finding !== undefined) refuse({ path, prop: `securityGroups.${role}` }, finding);
      }
    },
  },
];

/** Rules on bastions. */
export const AWS_BASTION_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-bastion-ranges',
    reason: 'Without a range the provider lets everybody reach the bastion.',
    source: 'CAPA@v2.11.1:api/v1beta2/defaults.go',
    check({ path, bastion }, refuse) {
      const { allowedCidrs = [] } = bastion ?? {};
      const wrong = allowedCidrs.filter((cidr) => !isIpv4Range(cidr));
      if (allowedCidrs.length > 0 && wrong.length === 0) return;
      refuse(
        { path, prop: 'bastion.allowedCidrs' },
        {
          given: wrong.length > 0 ? wrong[0] : allowedCidrs,
          allowed: 'at least one range, each of IPv4',
          fix: 'write the ranges of those who log in, or ["0.0.0.0/0"] for everybody',
        },
      );
    },
  },
  {
    id: 'aws-bastion-image',
    reason: 'An AMI is found by its identifier.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/ec2/bastion.go',
    check({ path, bastion }, refuse) {
      const finding = bastion?.ami === undefined ? undefined : idFinding('ami', bastion.ami);
      if (finding !== undefined) refuse({ path, prop: 'bastion.ami' }, finding);
    },
  },
];

interface RuleMistake {
  readonly part: string;
  readonly finding: Finding;
}

/** Check of each rule of a cluster, those of its addons included. */
function eachRule(
  mistakeIn: (rule: SecurityRuleModel, cluster: AwsCluster) => RuleMistake | undefined,
): Rule<AwsCluster>['check'] {
  return (cluster, refuse) => {
    const { path, securityGroups } = cluster;
    if (securityGroups.kind === 'adopted') return;
    for (const rule of securityGroups.rules) {
      const mistake = mistakeIn(rule, cluster);
      if (mistake === undefined) continue;
      refuse(
        { path, prop: `${RULES}[${JSON.stringify(rule.name)}].${mistake.part}` },
        mistake.finding,
      );
    }
  };
}
