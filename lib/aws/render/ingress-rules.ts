import { cniSecurityRules } from '../../addons/model/cni-rules';
import type { RuleScope, SecurityRuleModel } from '../../addons/model/firewall-rule';
import { compact } from '../../base/fields';
import type {
  CniIngressRule,
  IngressRule,
} from '../../schema/generated/aws-v1beta2.shapes.generated';
import type { AwsCluster } from '../model/cluster';

/** Ports of a rule whose protocol has none; EC2 ignores them. */
const NO_PORTS = { fromPort: -1, toPort: -1 } as const;
const EVERY_PORT = { fromPort: 0, toPort: 65_535 } as const;
/** Pod ranges without IPv6, so that no IPv6 rules are created. */
const IPV4_PODS: readonly string[] = [];
const EVERY_PROTOCOL = '-1';
/** Protocols as EC2 identifies them: by name if it has one, otherwise by number. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  'ipv6-icmp': '58',
  icmpv6: '58',
  esp: '50',
};
const WITH_PORTS = ['tcp', 'udp'];
const GROUPS = { controlplane: 'controlplane', worker: 'node', bastion: 'bastion' } as const;

/**
 * Returns the rules between machines that the CNI needs.
 *
 * Undefined if no CNI is set: the provider then opens the ports of Calico.
 */
export function cniIngressRules({
  cni,
}: Pick<AwsCluster, 'cni'>): readonly CniIngressRule[] | undefined {
  if (cni === undefined) return undefined;
  // A rule between groups covers both IP families, and EC2 rejects duplicates.
  return cniSecurityRules(cni, IPV4_PODS).map((rule) => ({
    description: rule.description,
    protocol: protocolOf(rule),
    ...portsOf(rule),
  }));
}

/** Renders the rules of users and addons for one scope. */
export function ingressRules(
  rules: readonly SecurityRuleModel[],
  scope: RuleScope,
): readonly IngressRule[] {
  return rules.filter((rule) => rule.scope === scope).map(ingressRule);
}

/** Returns a rule's protocol as EC2 identifies it: by name or number. */
export function protocolOf({
  protocol,
}: Pick<SecurityRuleModel, 'protocol'>): IngressRule['protocol'] {
  const given = protocol ?? EVERY_PROTOCOL;
  return (PROTOCOLS[given] ?? given) as IngressRule['protocol'];
}

function ingressRule(rule: SecurityRuleModel): IngressRule {
  return {
    description: rule.description,
    protocol: protocolOf(rule),
    ...portsOf(rule),
    ...peerOf(rule),
  };
}

function portsOf(rule: SecurityRuleModel): Pick<IngressRule, 'fromPort' | 'toPort'> {
  const { portRangeMin, portRangeMax } = rule;
  const missing = WITH_PORTS.includes(protocolOf(rule)) ? EVERY_PORT : NO_PORTS;
  return {
    fromPort: portRangeMin ?? missing.fromPort,
    toPort: portRangeMax ?? missing.toPort,
  };
}

function peerOf({ peer, etherType }: SecurityRuleModel): Partial<IngressRule> {
  switch (peer.kind) {
    case 'groups':
      return compact({ sourceSecurityGroupRoles: peer.groups.map((group) => GROUPS[group]) });
    case 'group':
      return { sourceSecurityGroupIds: [peer.id] };
    case 'cidr':
      return etherType === 'IPv6' ? { ipv6CidrBlocks: [peer.cidr] } : { cidrBlocks: [peer.cidr] };
  }
}
