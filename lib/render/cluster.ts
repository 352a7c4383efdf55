import type { Manifest } from '../model/addon';
import type { ClusterModel } from '../model/cluster';
import { controlPlaneName, GROUPS, type RenderContext, USUAL_API_SERVER_PORT } from './context';
import { compact, sorted } from './fields';
import { CLUSTER_LABEL, KEEP_ANNOTATIONS, metadata } from './metadata';

/** Namespace of a cluster, with the labels by which its credentials admit it. */
export function renderNamespace({ name, namespace, credentials }: ClusterModel): Manifest {
  const selector =
    credentials.kind === 'clusterIdentity' ? credentials.identity?.namespaceSelector : undefined;
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: sorted({ ...selector, [CLUSTER_LABEL]: name }),
      annotations: KEEP_ANNOTATIONS,
    },
  };
}

/** Cluster object, the root that everything else hangs on. */
export function renderClusterObject({ cluster, core, apiVersions }: RenderContext): Manifest {
  const port = cluster.apiServerPort;
  return {
    apiVersion: apiVersions.cluster,
    kind: 'Cluster',
    metadata: metadata(
      cluster,
      cluster.name,
      { ...cluster.labels, [CLUSTER_LABEL]: cluster.name },
      { ...KEEP_ANNOTATIONS, ...cluster.annotations },
    ),
    spec: compact({
      paused: cluster.paused ? true : undefined,
      clusterNetwork: compact({
        apiServerPort: port === USUAL_API_SERVER_PORT ? undefined : port,
        pods: cidrBlocks(cluster.podCidrs),
        services: cidrBlocks(cluster.serviceCidrs),
        serviceDomain: cluster.serviceDomain,
      }),
      controlPlaneRef: core.reference({
        group: GROUPS.controlPlane,
        version: cluster.profile.core,
        kind: 'KubeadmControlPlane',
        name: controlPlaneName(cluster),
      }),
      infrastructureRef: core.reference({
        group: GROUPS.infrastructure,
        version: cluster.profile.infrastructure,
        kind: 'OpenStackCluster',
        name: cluster.name,
      }),
    }),
  };
}

function cidrBlocks(cidrs: readonly string[]): object | undefined {
  return cidrs.length === 0 ? undefined : { cidrBlocks: cidrs };
}
