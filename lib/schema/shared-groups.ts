import { nearestName } from './text';

const CLUSTER_API = 'cluster.x-k8s.io';
const SHARED = ['addons', 'bootstrap', 'controlplane', 'infrastructure', 'ipam', 'runtime'];
const OWN_KINDS = /^(openstack|kubeadm|clusterresourceset)/i;
const MOST_EDITS = 2;

/** Tells whether an API group is one of Cluster API. */
export function isClusterApiGroup(group: string): boolean {
  return group === CLUSTER_API || group.endsWith(`.${CLUSTER_API}`);
}

/** Tells whether a kind that is not known may be one of a project that shares a group of Cluster API. */
export function mayBeForeign(group: string, kind: string, known: Iterable<string>): boolean {
  if (!SHARED.some((name) => group === `${name}.${CLUSTER_API}`)) return false;
  return !OWN_KINDS.test(kind) && nearestName(kind, known, MOST_EDITS) === undefined;
}
