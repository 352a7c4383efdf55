import type { Manifest } from '../base/manifest';
import type { EmitDocuments } from '../base/yaml-documents';
import { renderIdentitySecret } from '../secrets/render/secret-sources';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';

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
  const identity = providerOfCluster(cluster).sharedIdentity?.(cluster);
  if (identity === undefined) return undefined;
  return { identity, secrets: renderIdentitySecret(clusterSecrets(cluster), emitDocuments) };
}
