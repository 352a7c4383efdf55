import type { Manifest } from '../base/manifest';
import type { EmitDocuments } from '../base/yaml-documents';
import { renderIdentitySecret } from '../secrets/render/secret-sources';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';

/** Objects that clusters of a management cluster share. */
export interface SharedObjects {
  /** Objects themselves, such as identities and zones. */
  readonly objects: readonly Manifest[];
  /** Objects from which the Secrets of identities are made. */
  readonly secrets: readonly Manifest[];
}

/** Objects that a cluster shares with others. */
export function sharedObjects(
  cluster: AssembledCluster,
  emitDocuments: EmitDocuments,
): SharedObjects {
  const objects = providerOfCluster(cluster).sharedObjects?.(cluster) ?? [];
  return { objects, secrets: renderIdentitySecret(clusterSecrets(cluster), emitDocuments) };
}
