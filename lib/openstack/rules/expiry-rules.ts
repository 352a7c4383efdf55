import { rolloutMomentFinding } from '../../base/moment';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';
import { madeCredential } from '../model/credentials';

/** Tells whether the expiry time of a cluster's credentials is known. */
export function hasExpiry({ credentials }: OpenStackCluster): boolean {
  return (credentials.expiresAt ?? madeCredential(credentials)?.expiresAt) !== undefined;
}

/** Rules on the expiry of credentials. */
export const EXPIRY_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'credentials-expiry',
    reason:
      'A cluster with expired credentials can be neither changed nor deleted, and an unreadable expiry time is reported too late.',
    source: 'openstack/keystone@master:api-ref/source/v3/application-credentials.inc',
    check({ path, credentials }, refuse) {
      const { expiresAt } = credentials;
      const finding = expiresAt === undefined ? undefined : rolloutMomentFinding(expiresAt);
      if (finding !== undefined) refuse({ path, prop: 'credentials.expiresAt' }, finding);
      const own = credentials.kind === 'clusterIdentity' ? credentials.own?.expiresAt : undefined;
      const ownFinding = own === undefined ? undefined : rolloutMomentFinding(own);
      if (ownFinding === undefined) return;
      refuse({ path, prop: 'credentials.applicationCredential.expiresAt' }, ownFinding);
    },
  },
];
