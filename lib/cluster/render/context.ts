import type { InfrastructureContract } from '../../openstack/render/infrastructure-contract';
import { infrastructureV1beta1 } from '../../openstack/render/infrastructure-v1beta1';
import { infrastructureV1beta2 } from '../../openstack/render/infrastructure-v1beta2';
import type { ClusterModel } from '../model/cluster';
import { providerOf } from '../model/profile';
import type { CoreContract } from './core-contract';
import { coreV1beta1 } from './core-v1beta1';
import { coreV1beta2 } from './core-v1beta2';

/** What every renderer of a cluster's objects needs. */
export interface RenderContext {
  /** Cluster that is rendered. */
  readonly cluster: ClusterModel;
  /** Renderer of Cluster API's own groups. */
  readonly core: CoreContract;
  /** Renderer of the OpenStack provider's group. */
  readonly infrastructure: InfrastructureContract;
  /** Full names of the groups with their versions. */
  readonly apiVersions: ApiVersions;
}

/** Port of the API server that needs no mention. */
export const USUAL_API_SERVER_PORT = 6443;

/** Groups with the versions in which a profile writes them. */
export interface ApiVersions {
  /** Clusters, pools and health checks. */
  readonly cluster: string;
  /** Bootstrap configuration of machines. */
  readonly bootstrap: string;
  /** Control planes. */
  readonly controlPlane: string;
  /** ClusterResourceSets. */
  readonly addons: string;
  /** What the OpenStack provider makes. */
  readonly infrastructure: string;
}

/** API groups of the objects that a cluster consists of. */
export const GROUPS = Object.freeze({
  cluster: 'cluster.x-k8s.io',
  bootstrap: 'bootstrap.cluster.x-k8s.io',
  controlPlane: 'controlplane.cluster.x-k8s.io',
  addons: 'addons.cluster.x-k8s.io',
  infrastructure: 'infrastructure.cluster.x-k8s.io',
});

/** Name of a cluster's KubeadmControlPlane and base name of its machine template. */
export function controlPlaneName(cluster: ClusterModel): string {
  return `${cluster.name}-control-plane`;
}

/** Picks the renderers of a cluster's profile. */
export function renderContext(cluster: ClusterModel): RenderContext {
  const { core } = cluster.profile;
  const { apiVersion } = providerOf(cluster);
  return {
    cluster,
    core: core === 'v1beta1' ? coreV1beta1 : coreV1beta2,
    infrastructure: apiVersion === 'v1beta1' ? infrastructureV1beta1 : infrastructureV1beta2,
    apiVersions: {
      cluster: `${GROUPS.cluster}/${core}`,
      bootstrap: `${GROUPS.bootstrap}/${core}`,
      controlPlane: `${GROUPS.controlPlane}/${core}`,
      addons: `${GROUPS.addons}/${core}`,
      infrastructure: `${GROUPS.infrastructure}/${apiVersion}`,
    },
  };
}
