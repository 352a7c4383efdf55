import { isEmpty, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { share } from '../../base/shared';
import type { ClusterModel } from '../model/cluster';

export { CLUSTER_LABEL } from '../model/namespace-labels';

/** Label that Cluster API sets on everything that belongs to a cluster. */
export const CLUSTER_NAME_LABEL = 'cluster.x-k8s.io/cluster-name';

/** Label that Cluster API sets on the machines of a pool. */
export const DEPLOYMENT_NAME_LABEL = 'cluster.x-k8s.io/deployment-name';

/** Label that Cluster API sets on control-plane machines. */
export const CONTROL_PLANE_LABEL = 'cluster.x-k8s.io/control-plane';

/** Annotations that keep Argo CD and Flux from pruning an object that was removed from the repository. */
export const KEEP_ANNOTATIONS: Readonly<Record<string, string>> = share(
  Object.freeze({
    'argocd.argoproj.io/sync-options': 'Prune=false',
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  }),
);

/** Returns the metadata of an object in the namespace of its cluster. */
export function metadata(
  cluster: ClusterModel,
  name: string,
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>> = {},
): Manifest['metadata'] {
  const { namespace } = cluster;
  if (isEmpty(annotations)) {
    return isEmpty(labels) ? { name, namespace } : { name, namespace, labels: sorted(labels) };
  }
  return { name, namespace, labels: sorted(labels), annotations: sorted(annotations) };
}

/** Returns the metadata of an object that Cluster API treats as part of a cluster. */
export function ownedMetadata(
  cluster: ClusterModel,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): Manifest['metadata'] {
  return metadata(cluster, name, { [CLUSTER_NAME_LABEL]: cluster.name }, annotations);
}
