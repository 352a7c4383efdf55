import { sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { GROUPS } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS } from '../../cluster/render/metadata';
import type { OpenStackClusterIdentitySpec } from '../../schema/generated/openstack-v1alpha1.shapes.generated';
import type { OpenStackCluster } from '../model/cluster';
import type { ClusterIdentityModel } from '../model/credentials';

/** Renders the identity that a cluster shares with others, if it has one. */
export function sharedObjects({ credentials }: OpenStackCluster): readonly Manifest[] {
  if (credentials.kind !== 'clusterIdentity' || credentials.identity === undefined) return [];
  return [renderClusterIdentity(credentials.identityName, credentials.identity)];
}

/** Renders an OpenStackClusterIdentity, which clusters of several namespaces share. */
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
