import type { Manifest } from '../model/addon';
import type { ClusterIdentityModel } from '../model/credentials';
import type { OpenStackClusterIdentitySpec } from '../schema/generated/infrastructure-v1alpha1.shapes.generated';
import { GROUPS } from './context';
import { sorted } from './fields';
import { KEEP_ANNOTATIONS } from './metadata';

/** OpenStackClusterIdentity, which clusters of several namespaces use together. */
export function renderClusterIdentity(name: string, identity: ClusterIdentityModel): Manifest {
  const { secretRef, namespaceSelector } = identity;
  return {
    apiVersion: `${GROUPS.infrastructure}/v1alpha1`,
    kind: 'OpenStackClusterIdentity',
    metadata: { name, annotations: KEEP_ANNOTATIONS },
    spec: {
      secretRef: { name: secretRef.name, namespace: secretRef.namespace },
      ...(namespaceSelector !== undefined && {
        namespaceSelector: { matchLabels: sorted(namespaceSelector) },
      }),
    } satisfies OpenStackClusterIdentitySpec,
  };
}
