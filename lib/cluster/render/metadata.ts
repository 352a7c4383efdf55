import { isEmpty, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { share } from '../../base/shared';
import type { ClusterModel } from '../model/cluster';

export { CLUSTER_LABEL } from '../model/namespace-labels';

/** Label with which Cluster API marks what belongs to a cluster. */
export const CLUSTER_NAME_LABEL = 'cluster.x-k8s.io/cluster-name';

/** Label with which Cluster API marks the machines of a pool. */
export const DEPLOYMENT_NAME_LABEL = 'cluster.x-k8s.io/deployment-name';

/** Label with which Cluster API marks control-plane machines. */
export const CONTROL_PLANE_LABEL = 'cluster.x-k8s.io/control-plane';

/** Annotations that keep Argo CD and Flux from deleting an object that has left the repository. */
export const KEEP_ANNOTATIONS: Readonly<Record<string, string>> = share(
  Object.freeze({
    'argocd.argoproj.io/sync-options': 'Prune=false',
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  }),
);

/** Metadata of an object in the namespace of its cluster. */
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

/** Metadata of an object that Cluster API sees as part of a cluster. */
export function ownedMetadata(
  cluster: ClusterModel,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): Manifest['metadata'] {
  return metadata(cluster, name, { [CLUSTER_NAME_LABEL]: cluster.name }, annotations);
}
