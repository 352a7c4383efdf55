import type { Expiry } from '../../cluster/model/credential-expiry';
import type { OpenStackCluster } from './cluster';

/** Annotation with the expiry time of the credentials, on a Cluster and on Secrets that `pulumi up` writes. */
export const EXPIRY_ANNOTATION = 'capi-fleet/credentials-expire-at';

/** Lists the known expiry times of a cluster's credentials. */
export function expiriesOf({ path: cluster, credentials }: OpenStackCluster): readonly Expiry[] {
  const { expiresAt } = credentials;
  const own = credentials.kind === 'clusterIdentity' ? credentials.own?.expiresAt : undefined;
  return [
    ...(expiresAt === undefined ? [] : [{ cluster, expiresAt, isProviders: true }]),
    ...(own === undefined ? [] : [{ cluster, expiresAt: own, isProviders: false }]),
  ];
}
