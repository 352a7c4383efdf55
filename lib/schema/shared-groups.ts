import { nearestName } from './text';

const CLUSTER_API = 'cluster.x-k8s.io';
const SHARED = ['addons', 'bootstrap', 'controlplane', 'infrastructure', 'ipam', 'runtime'];
const OWN_KINDS = /^(kubeadm|clusterresourceset)/i;

/** Kind that every infrastructure provider has; it is unknown if only some of a provider's kinds are known. */
const CLUSTER_TEMPLATE = /^(\w+)ClusterTemplate$/;
const MOST_EDITS = 2;

/** Tells whether an API group belongs to Cluster API. */
export function isClusterApiGroup(group: string): boolean {
  return group === CLUSTER_API || group.endsWith(`.${CLUSTER_API}`);
}

/** Tells whether an unknown kind can belong to another project that shares a Cluster API group. */
export function mayBeForeign(group: string, kind: string, known: ReadonlySet<string>): boolean {
  if (!SHARED.some((name) => group === `${name}.${CLUSTER_API}`)) return false;
  if (OWN_KINDS.test(kind) || isOfKnownProvider(kind, known)) return false;
  return nearestName(kind, known, MOST_EDITS) === undefined;
}

/** Tells whether a kind has the prefix of a provider whose kinds are all known. */
function isOfKnownProvider(kind: string, known: ReadonlySet<string>): boolean {
  return [...known].some((name) => {
    const [, word] = CLUSTER_TEMPLATE.exec(name) ?? [];
    return word !== undefined && kind.toLowerCase().startsWith(word.toLowerCase());
  });
}
