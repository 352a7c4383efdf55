import { formatIssue, type Issue } from '../../../lib/base/errors';

/** Rules on what hides other mistakes: what cannot be read is looked at by no other rule. */
const HIDING = new Set([
  'range-readable',
  'cidr-plan-ranges',
  'cluster-name',
  'pool-name',
  'kubernetes-version',
  'pool-version',
  'security-rule-range',
  'management-ranges',
]);

/** Mistakes that a change may uncover, by the rule of the fixed one, each because of what goes or moves. */
const UNCOVERED: Readonly<Record<string, readonly string[]>> = {
  // What is said of a device that goes has no place any more.
  'block-device-size': ['etcd-volume-disk', 'node-disk-present', 'etcd-volume-config-drive'],
  // Bounds that were too narrow or swapped, and a time that was none, count now.
  'autoscale-bounds': ['node-range-room'],
  'monitor-numbers': ['monitor-timeout'],
  // Addresses that were in the range are not in the one that it moves to.
  'range-overlap': [
    'aws-subnet-range',
    'azure-subnet-range',
    'azure-bastion-range',
    'azure-vnet-range',
    'endpoint-address',
    'allocation-pools',
    'api-server-port-open',
    'allowed-ranges-management',
    'private-endpoint-reachable',
    'second-node-range',
    'second-node-range-family',
  ],
  // A subnet was in the range that was none.
  'hetzner-network-range': ['hetzner-subnet-range'],
  // Subnets are looked at where the network can have some.
  'azure-vnet-range': ['azure-subnet-roles', 'azure-subnet-range', 'azure-bastion-range'],
  // A rollout with one number that was none may be one that moves nothing.
  'rollout-numbers': ['rollout-possible'],
  // Each entry of a file is looked at only where it is used.
  'clouds-yaml': ['clouds-yaml-auth'],
  // What has two families, or one, is said of several props.
  'pod-families': ['first-family'],
  'range-aligned': ['second-node-range', 'second-node-range-family'],
  // What can be read may be more than the machine has.
  'kubelet-reservation': ['kubelet-room-for-pods'],
  // What is best for etcd, or the first of disks, is not what the disk of this machine is like.
  'etcd-tuning': ['etcd-volume-quota'],
  'etcd-volume-device': ['etcd-volume-quota', 'etcd-volume-shared', 'etcd-volume-disk'],
};

/** Mistakes that are new after a change, the fixed one still being there among them. */
export function newIssues(
  before: readonly Issue[],
  fixed: Issue,
  after: readonly Issue[],
): readonly string[] {
  const left = before.filter((issue) => issue !== fixed).map(placeOf);
  return after
    .filter((issue) => {
      const at = left.indexOf(placeOf(issue));
      if (at >= 0) left.splice(at, 1);
      return at < 0 && !mayUncover(fixed.rule, issue.rule);
    })
    .map(formatIssue);
}

function mayUncover(fixed: string, found: string): boolean {
  if (fixed === found) return false;
  return HIDING.has(fixed) || UNCOVERED[fixed]?.includes(found) === true;
}

/** Rule and place, whatever the place in a list and the key in a map. */
function placeOf({ rule, path, prop }: Issue): string {
  return [rule, path, prop.replace(/\[.*?\]/g, '[]')].join(' ');
}
