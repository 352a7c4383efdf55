import type { SecurityRuleModel } from '../../addons/model/firewall-rule';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer } from '../model/endpoint';

/** Role of machines, as in the OpenStack provider's group names. */
export type ManagedRole = 'controlplane' | 'worker' | 'bastion';

/** Egress of both families, and SSH from anywhere. */
const BASTION_RULES = 3;
/** Egress of both families, and the API server from anywhere. */
const CONTROL_PLANE_RULES = 3;
/** Egress of both families, and node ports over TCP and UDP from the subnet and both groups. */
const WORKER_RULES = 8;

/**
 * Counts the rules that Cluster API creates in a managed group.
 *
 * @see CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups_rules.go
 */
export function managedRuleCount(cluster: OpenStackCluster, role: ManagedRole): number {
  const { securityGroups, endpoint, bastion } = cluster;
  if (securityGroups.kind !== 'managed') return 0;
  if (role === 'bastion') return BASTION_RULES;
  const { allowAllInClusterTraffic: isOpen, rules } = securityGroups;
  const own = rules.filter(({ scope }) => isFor(scope, role)).map(ruleCount);
  const additional = hasBalancer(endpoint) ? endpoint.additionalPorts.length : 0;
  const built =
    role === 'worker' ? WORKER_RULES + 2 : CONTROL_PLANE_RULES + additional + (isOpen ? 2 : 3);
  const ssh = bastion?.enabled ? 1 : 0;
  return own.reduce((total, count) => total + count, built + ssh);
}

function isFor(scope: SecurityRuleModel['scope'], role: ManagedRole): boolean {
  return scope === 'allNodes' || (scope === 'workers') === (role === 'worker');
}

function ruleCount({ peer }: SecurityRuleModel): number {
  return peer.kind === 'groups' ? peer.groups.length : 1;
}
