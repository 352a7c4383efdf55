import { clusterSecrets } from '../assembly/cluster-secrets';
import type { AssembledCluster } from '../assembly/model';
import type { ClusterSecret } from '../secrets/model/cluster-secret';
import type { ClusterFile } from './cluster-files';

/** SOPS-encrypted files, unchanged, for the folder of a cluster. */
export function sopsFiles(model: AssembledCluster): readonly ClusterFile[] {
  return clusterSecrets(model).filter(isInFolder).flatMap(sopsFile);
}

/** SOPS-encrypted file of the Secret of a cluster's identity, for the folder of the management cluster. */
export function identitySopsFiles(model: AssembledCluster): readonly ClusterFile[] {
  return clusterSecrets(model).filter(isOfIdentity).flatMap(sopsFile);
}

function isInFolder({ ofIdentity }: ClusterSecret): boolean {
  return ofIdentity !== true;
}

function isOfIdentity({ ofIdentity }: ClusterSecret): boolean {
  return ofIdentity === true;
}

function sopsFile({ name, source }: ClusterSecret): readonly ClusterFile[] {
  if (source?.kind !== 'sopsFile' || 'unreadable' in source.content) return [];
  return [{ name: `secret-${name}.sops.yaml`, objects: [], content: source.content.text }];
}
