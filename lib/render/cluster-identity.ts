import type { Manifest } from '../model/addon';
import type { ClusterIdentityModel } from '../model/credentials';

/** OpenStackClusterIdentity of a management cluster. */
export function renderClusterIdentity(name: string, identity: ClusterIdentityModel): Manifest {
  const { secretRef, namespaceSelector } = identity;
  return {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1alpha1',
    kind: 'OpenStackClusterIdentity',
    metadata: { name },
    spec: {
      secretRef: { name: secretRef.name, namespace: secretRef.namespace },
      ...(namespaceSelector === undefined
        ? {}
        : { namespaceSelector: { matchLabels: namespaceSelector } }),
    },
  };
}
