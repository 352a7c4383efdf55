import { compact, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';
import { NAMESPACE_POD_SECURITY, podSecurityLabels } from '../model/pod-security';
import { providerOf } from '../model/profile';
import { conditionGates } from './condition-gates';
import { controlPlaneName, GROUPS, type RenderContext, USUAL_API_SERVER_PORT } from './context';
import type { InfrastructureRenderer } from './infrastructure';
import { CLUSTER_LABEL, KEEP_ANNOTATIONS, metadata } from './metadata';

/** Pinned version of the Pod Security levels, so that an upgrade of the management cluster changes nothing. */
const POD_SECURITY_VERSION = 'v1.34';

/** Returns the labels of a cluster's namespace, including those that its infrastructure needs. */
export function namespaceLabels<C extends ClusterModel>(
  cluster: C,
  infrastructure: Pick<InfrastructureRenderer<C>, 'namespaceLabels'>,
): Readonly<Record<string, string>> {
  return { ...infrastructure.namespaceLabels?.(cluster), [CLUSTER_LABEL]: cluster.name };
}

/** Renders the namespace of a cluster, with the labels by which its credentials admit it. */
export function renderNamespace({ cluster, infrastructure }: RenderContext): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: cluster.namespace,
      labels: sorted({
        ...podSecurityLabels(
          cluster.namespacePodSecurity ?? NAMESPACE_POD_SECURITY,
          POD_SECURITY_VERSION,
        ),
        ...namespaceLabels(cluster, infrastructure),
      }),
      annotations: KEEP_ANNOTATIONS,
    },
  };
}

/** Renders the Cluster object, the root of all other objects. */
export function renderClusterObject(context: RenderContext): Manifest {
  const { cluster, core, apiVersions, infrastructure } = context;
  const port = cluster.apiServerPort;
  return {
    apiVersion: apiVersions.cluster,
    kind: 'Cluster',
    metadata: metadata(
      cluster,
      cluster.name,
      { ...cluster.labels, [CLUSTER_LABEL]: cluster.name },
      {
        ...KEEP_ANNOTATIONS,
        ...infrastructure.clusterAnnotations?.(cluster),
        ...cluster.annotations,
      },
    ),
    spec: compact({
      paused: cluster.paused ? true : undefined,
      availabilityGates: conditionGates(cluster.availabilityGates),
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
        version: providerOf(cluster).apiVersion,
        kind: infrastructure.clusterKind,
        name: cluster.name,
      }),
    }),
  };
}

function cidrBlocks(cidrs: readonly string[]): object | undefined {
  return cidrs.length === 0 ? undefined : { cidrBlocks: cidrs };
}
