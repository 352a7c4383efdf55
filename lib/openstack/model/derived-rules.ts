import { cniSecurityRules } from '../../addons/model/cni-rules';
import type { RulePeerModel, SecurityRuleModel } from '../../addons/model/firewall-rule';
import { isMainlyIPv6 } from '../../cluster/model/address-families';
import type { OpenStackCluster } from './cluster';
import type { SecurityGroupsModel } from './security-groups';

/** Parts of a cluster from which its firewall rules are derived. */
export type FirewalledCluster = Pick<OpenStackCluster, 'addons' | 'cni' | 'podCidrs'>;

/** Adds the rules that the CNI, the addons and the primary address family need to security groups. */
export function withDerivedRules(
  groups: SecurityGroupsModel,
  { addons, cni, podCidrs }: FirewalledCluster,
): SecurityGroupsModel {
  if (groups.kind === 'adopted') return groups;
  const rules = [
    ...groups.rules,
    ...(cni === undefined ? [] : cniSecurityRules(cni, podCidrs)),
    ...addons.flatMap((addon) => addon.securityRules),
    ...(groups.kind === 'managed' && isMainlyIPv6(podCidrs) ? IPV6_RULES : []),
  ];
  return {
    ...groups,
    rules: rules.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}

const MACHINES = { kind: 'groups', groups: ['controlplane', 'worker'] } as const;
const EVERYBODY = { kind: 'cidr', cidr: '::/0' } as const;

/** IPv6 counterparts of rules that the provider creates only for IPv4. */
const IPV6_RULES: readonly SecurityRuleModel[] = [
  rule('ipv6-api-server', 'API server', 'controlPlane', 'tcp', [6443, 6443], EVERYBODY),
  rule('ipv6-etcd', 'members of etcd', 'controlPlane', 'tcp', [2379, 2380], {
    kind: 'groups',
    groups: ['controlplane'],
  }),
  rule('ipv6-kubelet', 'API server and metrics', 'allNodes', 'tcp', [10250, 10250], MACHINES),
  rule('ipv6-node-ports-tcp', 'Node ports', 'workers', 'tcp', [30_000, 32_767], MACHINES),
  rule('ipv6-node-ports-udp', 'Node ports', 'workers', 'udp', [30_000, 32_767], MACHINES),
];

function rule(
  name: string,
  description: string,
  scope: SecurityRuleModel['scope'],
  protocol: string,
  [portRangeMin, portRangeMax]: readonly [number, number],
  peer: RulePeerModel,
): SecurityRuleModel {
  return {
    name,
    scope,
    direction: 'ingress',
    etherType: 'IPv6',
    protocol,
    portRangeMin,
    portRangeMax,
    description,
    peer,
  };
}
