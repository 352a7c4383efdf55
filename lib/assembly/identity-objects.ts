import type { Manifest } from '../base/manifest';
import type { EmitDocuments } from '../base/yaml-documents';
import { renderClusterIdentity } from '../openstack/render/cluster-identity';
import { renderIdentitySecret } from '../secrets/render/secret-sources';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster } from './model';

/** Objects of an identity that clusters of a management cluster share. */
export interface IdentityObjects {
  /** Identity itself. */
  readonly identity: Manifest;
  /** Objects from which its Secret is made. */
  readonly secrets: readonly Manifest[];
}

/** Objects of the identity that a cluster shares with others; undefined where none is written. */
export function identityObjects(
  cluster: AssembledCluster,
  emitDocuments: EmitDocuments,
): IdentityObjects | undefined {
  const { credentials } = cluster;
  if (credentials.kind !== 'clusterIdentity' || credentials.identity === undefined)
    return undefined;
  const { identityName, identity } = credentials;
  return {
    identity: renderClusterIdentity(identityName, identity),
    secrets: renderIdentitySecret(clusterSecrets(cluster), emitDocuments),
  };
}
