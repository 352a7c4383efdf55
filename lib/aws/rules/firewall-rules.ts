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

/** Rules for the security groups of a cluster. */
export const AWS_FIREWALL_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-rule-direction',
    reason: 'The provider supports only ingress rules; all egress traffic is allowed.',
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
    reason:
      "Control plane machines are in the workers' security group too, so no rule applies to workers only.",
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
    reason: 'The CRD accepts only the protocols that the provider supports.',
    source: TYPES,
    check: eachRule((rule) =>
      PROTOCOLS.includes(protocolOf(rule))
        ? undefined
        : {
            part: 'protocol',
            finding: {
              given: rule.protocol,
              allowed: 'tcp, udp, icmp, esp, IP-in-IP ("4"), or no protocol for all',
              fix: leaveOut({ ends: ' to allow every protocol' }),
            },
          },
    ),
  },
  {
    id: 'aws-rule-peer',
    reason: 'A rule in an IPv4 VPC accepts only IPv4 ranges and existing security groups.',
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
          allowed: '"controlplane" and "worker"; the cluster has no bastion',
          fix: 'leave "bastion" out, or add bastion: { allowedCidrs: […] } to the cluster',
        },
      };
    }),
  },
  {
    id: 'aws-node-port-ranges',
    reason: 'A value that is not an IPv4 range is rejected or opens no port.',
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
    reason: 'The provider finds existing security groups only by ID.',
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

/** Rules for bastion hosts. */
export const AWS_BASTION_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-bastion-ranges',
    reason: 'Without a range the provider opens the bastion to everyone.',
    source: 'CAPA@v2.11.1:api/v1beta2/defaults.go',
    check({ path, bastion }, refuse) {
      const { allowedCidrs = [] } = bastion ?? {};
      const wrong = allowedCidrs.filter((cidr) => !isIpv4Range(cidr));
      if (allowedCidrs.length > 0 && wrong.length === 0) return;
      refuse(
        { path, prop: 'bastion.allowedCidrs' },
        {
          given: wrong.length > 0 ? wrong[0] : allowedCidrs,
          allowed: 'one or more IPv4 ranges',
          fix: 'write the ranges that operators connect from, or ["0.0.0.0/0"] for everyone',
        },
      );
    },
  },
  {
    id: 'aws-bastion-image',
    reason: 'EC2 finds an AMI only by its ID.',
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

/** Checks each rule of a cluster, including those of its addons. */
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
