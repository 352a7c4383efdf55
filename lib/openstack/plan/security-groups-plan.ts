import type { FirewallRule, GroupRole, RemoteSide } from './firewall';
import { given, type PlannedResource, type PlanValue, refTo } from './plan';

/** Security groups to plan. */
export interface SecurityGroupsSpec {
  /** Names of the groups in the cloud. */
  readonly names: Readonly<Record<GroupRole, string>>;
  /** Rules of both groups. */
  readonly rules: readonly FirewallRule[];
  /** Tags of the groups. */
  readonly tags: readonly string[];
}

/** Plans security groups without Neutron's default rules, and each of their rules. */
export function planSecurityGroups(
  component: string,
  { names, rules, tags }: SecurityGroupsSpec,
): PlannedResource[] {
  const groups = (['control-plane', 'workers'] as const).map((role) => ({
    name: `${component}/${role}`,
    component,
    kind: 'securityGroup' as const,
    args: given({
      name: names[role],
      description: role === 'workers' ? 'Workers' : 'Control plane',
      deleteDefaultRules: true,
      tags: tags.length === 0 ? undefined : tags,
    }),
    handedOver: ['deleteDefaultRules'],
  }));
  return [...groups, ...rules.map((rule) => planRule(component, rule))];
}

function planRule(component: string, rule: FirewallRule): PlannedResource {
  return {
    name: `${component}/${rule.group}/${rule.name}`,
    component,
    kind: 'securityGroupRule',
    args: given({
      securityGroupId: refTo(`${component}/${rule.group}`, 'id'),
      description: rule.reason,
      direction: rule.direction,
      ethertype: rule.etherType,
      protocol: rule.protocol,
      portRangeMin: rule.portRangeMin,
      // The provider requires both, and reads 0 as unset: every code of an ICMP type.
      portRangeMax: rule.portRangeMax ?? (rule.portRangeMin === undefined ? undefined : 0),
      ...remoteArgs(component, rule.remote),
    }),
  };
}

function remoteArgs(
  component: string,
  remote: RemoteSide | undefined,
): Readonly<Record<string, PlanValue>> {
  if (remote === undefined) return {};
  if ('cidr' in remote) return { remoteIpPrefix: remote.cidr };
  if ('groupId' in remote) return { remoteGroupId: remote.groupId };
  return { remoteGroupId: refTo(`${component}/${remote.role}`, 'id') };
}
