import { nearestName } from './text';

const CLUSTER_API = 'cluster.x-k8s.io';
const SHARED = ['addons', 'bootstrap', 'controlplane', 'infrastructure', 'ipam', 'runtime'];
const OWN_KINDS = /^(kubeadm|clusterresourceset)/i;

/** Kind that a provider has beside all others of its kinds; it is not known where only some of them are. */
const CLUSTER_TEMPLATE = /^(\w+)ClusterTemplate$/;
const MOST_EDITS = 2;

/** Tells whether an API group is one of Cluster API. */
export function isClusterApiGroup(group: string): boolean {
  return group === CLUSTER_API || group.endsWith(`.${CLUSTER_API}`);
}

/** Tells whether a kind that is not known may be one of a project that shares a group of Cluster API. */
export function mayBeForeign(group: string, kind: string, known: ReadonlySet<string>): boolean {
  if (!SHARED.some((name) => group === `${name}.${CLUSTER_API}`)) return false;
  if (OWN_KINDS.test(kind) || isOfKnownProvider(kind, known)) return false;
  return nearestName(kind, known, MOST_EDITS) === undefined;
}

/** Tells whether a kind begins as those of a provider of which all kinds are known. */
function isOfKnownProvider(kind: string, known: ReadonlySet<string>): boolean {
  return [...known].some((name) => {
    const [, word] = CLUSTER_TEMPLATE.exec(name) ?? [];
    return word !== undefined && kind.toLowerCase().startsWith(word.toLowerCase());
  });
}
