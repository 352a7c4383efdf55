import type { ClusterModel } from '../model/cluster';
import { providerOf } from '../model/profile';
import { coreV1beta1 } from './core-v1beta1';
import { coreV1beta2 } from './core-v1beta2';
import type { InfrastructureRenderer, RenderContext } from './infrastructure';

export type { ApiVersions, RenderContext } from './infrastructure';

/** Default port of the API server, which is not written. */
export const USUAL_API_SERVER_PORT = 6443;

/** API groups of the objects that a cluster consists of. */
export const GROUPS = Object.freeze({
  cluster: 'cluster.x-k8s.io',
  bootstrap: 'bootstrap.cluster.x-k8s.io',
  controlPlane: 'controlplane.cluster.x-k8s.io',
  addons: 'addons.cluster.x-k8s.io',
  infrastructure: 'infrastructure.cluster.x-k8s.io',
});

/** Returns the name of a cluster's KubeadmControlPlane, which is the base name of its machine template too. */
export function controlPlaneName(cluster: ClusterModel): string {
  return `${cluster.name}-control-plane`;
}

/** Selects the renderers for a cluster's profile. */
export function renderContext<C extends ClusterModel>(
  cluster: C,
  infrastructure: InfrastructureRenderer<C>,
): RenderContext<C> {
  const { core } = cluster.profile;
  return {
    cluster,
    core: core === 'v1beta1' ? coreV1beta1 : coreV1beta2,
    infrastructure,
    apiVersions: {
      cluster: `${GROUPS.cluster}/${core}`,
      bootstrap: `${GROUPS.bootstrap}/${core}`,
      controlPlane: `${GROUPS.controlPlane}/${core}`,
      addons: `${GROUPS.addons}/${core}`,
      infrastructure: `${GROUPS.infrastructure}/${providerOf(cluster).apiVersion}`,
    },
  };
}
