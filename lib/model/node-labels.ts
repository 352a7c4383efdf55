const ROLE_DOMAIN = 'node-role.kubernetes.io';
const SYNCED_DOMAINS = ['node-restriction.kubernetes.io', 'node.cluster.x-k8s.io'];

/** Label that a node carries with the name of its failure domain. */
export const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Tells whether Cluster API itself copies a label from Machines to their Nodes. */
export function isSyncedLabel(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return false;
  const domain = key.slice(0, slash);
  if (domain === ROLE_DOMAIN) return true;
  return SYNCED_DOMAINS.some((synced) => domain === synced || domain.endsWith(`.${synced}`));
}
