/** Most users that are named. */
const MOST_USERS = 5;

/** What says that a resource cannot go. */
export interface InUse {
  /** Name of the resource, a construct path. */
  readonly resource: string;
  /** What uses it, such as `server demo-control-plane-x7k2p` or `Cluster demo/demo`. */
  readonly users: readonly string[];
  /** Cluster that it was made for; absent where it is of a cloud. */
  readonly cluster?: { readonly namespace: string; readonly name: string };
}

/** Tells that a resource is in use, and what frees it. */
export function inUseText({ resource, users, cluster }: InUse): string {
  return (
    `${resource} is in use: ${listed(users)}\n` +
    '  allowed: to delete what nothing uses any more\n' +
    `  fix: ${fixOf(users, cluster)}`
  );
}

function fixOf(users: readonly string[], cluster: InUse['cluster']): string {
  if (!users.some(isOfCluster)) {
    return 'delete these first; Services of type LoadBalancer make load balancers, and have to be deleted with the cluster still there';
  }
  if (cluster === undefined) return 'delete the clusters first, and wait until they are gone';
  const { namespace, name } = cluster;
  return `kubectl -n ${namespace} delete cluster ${name}, and wait until it is gone; or, to end the cluster by this, pulumi config set capi-fleet:deleteUsed true`;
}

function isOfCluster(user: string): boolean {
  return /^(server|Cluster) /.test(user);
}

function listed(users: readonly string[]): string {
  const more = users.length > MOST_USERS ? ` and ${users.length - MOST_USERS} more` : '';
  return `${users.slice(0, MOST_USERS).join(', ')}${more}`;
}
