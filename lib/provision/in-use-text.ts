/** Maximum number of users to name. */
const MOST_USERS = 5;

/** Resource that cannot be deleted, and what uses it. */
export interface InUse {
  /** Name of the resource, a construct path. */
  readonly resource: string;
  /** Users, such as `server demo-control-plane-x7k2p` or `Cluster demo/demo`. */
  readonly users: readonly string[];
  /** Cluster that it was created for; absent if it belongs to a cloud. */
  readonly cluster?: { readonly namespace: string; readonly name: string };
}

/** Reports that a resource is in use, and how to free it. */
export function inUseText({ resource, users, cluster }: InUse): string {
  return (
    `${resource} is in use: ${listed(users)}\n` +
    '  allowed: resources that nothing uses any more\n' +
    `  fix: ${fixOf(users, cluster)}`
  );
}

function fixOf(users: readonly string[], cluster: InUse['cluster']): string {
  if (!users.some(isOfCluster)) {
    return 'delete these first; Services of type LoadBalancer create load balancers, and must be deleted while the cluster still exists';
  }
  if (cluster === undefined) return 'delete the clusters first, and wait until they are gone';
  const { namespace, name } = cluster;
  return `kubectl -n ${namespace} delete cluster ${name}, and wait until it is gone; or, to destroy the cluster anyway, run pulumi config set capi-fleet:deleteUsed true`;
}

function isOfCluster(user: string): boolean {
  return /^(server|Cluster) /.test(user);
}

function listed(users: readonly string[]): string {
  const more = users.length > MOST_USERS ? ` and ${users.length - MOST_USERS} more` : '';
  return `${users.slice(0, MOST_USERS).join(', ')}${more}`;
}
