import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';

const CLUSTER_SCOPED = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
]);

/** Puts an addon's object for the management cluster into its cluster's namespace, unless it names one. */
export function managementObject({ namespace }: ClusterModel, object: Manifest): Manifest {
  const { metadata, kind } = object;
  if (metadata.namespace !== undefined || CLUSTER_SCOPED.has(kind)) return object;
  const { name, ...rest } = metadata;
  return { ...object, metadata: { name, namespace, ...rest } };
}
