import type { Manifest } from '../base/manifest';
import type { EmitDocuments } from '../base/yaml-documents';
import { renderIdentitySecret } from '../secrets/render/secret-sources';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';

/** Objects that clusters of a management cluster share. */
export interface SharedObjects {
  /** The objects themselves, such as identities and zones. */
  readonly objects: readonly Manifest[];
  /** Objects that create the Secrets of identities. */
  readonly secrets: readonly Manifest[];
}

/** Returns the key of a shared object among the objects of a cluster. */
export function sharedKey({ kind, metadata }: Manifest): string {
  return `shared/${kind}/${metadata.name}`;
}

/** Returns the objects that a cluster shares with others. */
export function sharedObjects(
  cluster: AssembledCluster,
  emitDocuments: EmitDocuments,
): SharedObjects {
  const objects = providerOfCluster(cluster).sharedObjects?.(cluster) ?? [];
  return { objects, secrets: renderIdentitySecret(clusterSecrets(cluster), emitDocuments) };
}
