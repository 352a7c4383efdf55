import type { FleetPlan } from '../../lib/openstack/plan/fleet-plan';
import { itemsOf } from '../../lib/openstack/plan/fleet-plan';
import { isRef, isResource, type PlanValue } from '../../lib/openstack/plan/plan';
import { type CloudSnapshot, objectsIn } from './cloud-snapshot';

type Fields = Readonly<Record<string, unknown>>;

/** Firewall rules of a plan, one line each. */
export function plannedRules(plan: FleetPlan): readonly string[] {
  const groups = new Map<string, unknown>();
  const rules: Fields[] = [];
  for (const item of itemsOf(plan)) {
    if (!isResource(item)) continue;
    if (item.kind === 'securityGroup') groups.set(item.name, item.args.name);
    if (item.kind === 'securityGroupRule') rules.push(item.args);
  }
  const nameOf = (value: unknown) => {
    const ref = value as PlanValue | undefined;
    return ref !== undefined && isRef(ref) && 'from' in ref ? groups.get(ref.from) : ref;
  };
  return rules
    .map((args) =>
      line(nameOf(args.securityGroupId), [
        args.direction,
        args.ethertype,
        args.protocol,
        args.portRangeMin,
        args.portRangeMax,
        args.remoteIpPrefix,
        nameOf(args.remoteGroupId),
      ]),
    )
    .sort();
}

/** Firewall rules of the groups in a project that begin with a name, one line each. */
export function rulesIn(shot: CloudSnapshot, beginning: string): readonly string[] {
  const names = new Map(objectsIn(shot, 'security group').map(({ id, name }) => [id, name]));
  return objectsIn(shot, 'security group rule')
    .filter((rule) => String(names.get(rule.security_group_id)).startsWith(beginning))
    .map((rule) =>
      line(names.get(rule.security_group_id), [
        rule.direction,
        rule.ethertype,
        rule.protocol,
        rule.port_range_min,
        rule.port_range_max,
        rule.remote_ip_prefix,
        names.get(rule.remote_group_id),
      ]),
    )
    .sort();
}

function line(group: unknown, fields: readonly unknown[]): string {
  return [group, ...fields].map((field) => field ?? '-').join(' ');
}
