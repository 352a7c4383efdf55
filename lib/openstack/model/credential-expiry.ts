import type { ClusterModel } from '../../cluster/model/cluster';
import type { Expiry } from '../../cluster/model/credential-expiry';

/** Annotation of a Cluster, and of Secrets that `pulumi up` writes, with the moment at which the credentials expire. */
export const EXPIRY_ANNOTATION = 'capi-fleet/credentials-expire-at';

/** Ends of a cluster's credentials, as far as they are known. */
export function expiriesOf({ path: cluster, credentials }: ClusterModel): readonly Expiry[] {
  const { expiresAt } = credentials;
  const own = credentials.kind === 'clusterIdentity' ? credentials.own?.expiresAt : undefined;
  return [
    ...(expiresAt === undefined ? [] : [{ cluster, expiresAt, isProviders: true }]),
    ...(own === undefined ? [] : [{ cluster, expiresAt: own, isProviders: false }]),
  ];
}
