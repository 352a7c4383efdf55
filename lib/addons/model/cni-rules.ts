import { tryParseCidr } from '../../base/cidr';
import type { CniModel } from './cni';
import type { SecurityRuleModel } from './firewall-rule';

const IN_CLUSTER = Object.freeze({
  kind: 'groups',
  groups: Object.freeze(['controlplane', 'worker'] as const),
} as const);

/** Lists the firewall rules between nodes that a network plugin needs, for each address family of pods. */
export function cniSecurityRules(
  cni: CniModel,
  podCidrs: readonly string[] = [],
): readonly SecurityRuleModel[] {
  const rules = cni.kind === 'calico' ? calicoRules(cni) : ciliumRules(cni);
  const families = podCidrs.map((cidr) => tryParseCidr(cidr)?.family);
  const inIPv4 = families.includes(6) && !families.includes(4) ? [] : rules;
  return families.includes(6) ? [...inIPv4, ...rules.flatMap(inIPv6)] : inIPv4;
}

/** Converts a rule to IPv6; IP-in-IP has no such rule, because it does not carry IPv6. */
function inIPv6(rule: SecurityRuleModel): SecurityRuleModel[] {
  if (rule.protocol === '4') return [];
  const protocol = rule.protocol === 'icmp' ? 'ipv6-icmp' : (rule.protocol ?? '');
  return [{ ...rule, name: `${rule.name}-v6`, etherType: 'IPv6', protocol }];
}

function calicoRules(cni: Extract<CniModel, { kind: 'calico' }>): SecurityRuleModel[] {
  const rules: SecurityRuleModel[] = [];
  if (cni.bgp) rules.push(rule('calico-bgp', 'Calico routes by BGP', 'tcp', 179));
  if (cni.encapsulation === 'ipip')
    rules.push(rule('calico-ipip', 'Calico packets in IP-in-IP', '4'));
  if (cni.encapsulation === 'vxlan') {
    rules.push(rule('calico-vxlan', 'Calico packets in VXLAN', 'udp', 4789));
  }
  if (cni.typha) rules.push(rule('calico-typha', 'Calico nodes to Typha', 'tcp', 5473));
  return rules;
}

function ciliumRules(cni: Extract<CniModel, { kind: 'cilium' }>): SecurityRuleModel[] {
  const rules = [
    rule('cilium-health', 'Cilium health checks', 'tcp', 4240),
    rule('cilium-health-icmp', 'Cilium health checks by ping', 'icmp'),
  ];
  if (cni.routing === 'geneve') {
    rules.push(rule('cilium-geneve', 'Cilium packets in Geneve', 'udp', 6081));
  }
  if (cni.routing === 'vxlan') {
    rules.push(rule('cilium-vxlan', 'Cilium packets in VXLAN', 'udp', 8472));
  }
  if (cni.hubble) rules.push(rule('cilium-hubble', 'Hubble relay to the agents', 'tcp', 4244));
  if (cni.wireguard) {
    rules.push(rule('cilium-wireguard', 'Cilium packets in WireGuard', 'udp', 51871));
  }
  return rules;
}

function rule(
  name: string,
  description: string,
  protocol: string,
  port?: number,
): SecurityRuleModel {
  return {
    name,
    scope: 'allNodes',
    direction: 'ingress',
    etherType: 'IPv4',
    protocol,
    ...(port === undefined ? {} : { portRangeMin: port, portRangeMax: port }),
    description,
    peer: IN_CLUSTER,
  };
}
