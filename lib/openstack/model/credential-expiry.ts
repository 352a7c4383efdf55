import type { Expiry } from '../../cluster/model/credential-expiry';
import type { OpenStackCluster } from './cluster';

/** Annotation of a Cluster, and of Secrets that `pulumi up` writes, with the moment at which the credentials expire. */
export const EXPIRY_ANNOTATION = 'capi-fleet/credentials-expire-at';

/** Ends of a cluster's credentials, as far as they are known. */
export function expiriesOf({ path: cluster, credentials }: OpenStackCluster): readonly Expiry[] {
  const { expiresAt } = credentials;
  const own = credentials.kind === 'clusterIdentity' ? credentials.own?.expiresAt : undefined;
  return [
    ...(expiresAt === undefined ? [] : [{ cluster, expiresAt, isProviders: true }]),
    ...(own === undefined ? [] : [{ cluster, expiresAt: own, isProviders: false }]),
  ];
}
