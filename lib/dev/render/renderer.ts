import { compact, type Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { providerOf } from '../../cluster/model/profile';
import type {
  InfrastructureRenderer,
  NodeRegistration,
  RenderContext,
} from '../../cluster/render/infrastructure';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type { DevClusterSpec as ClusterV1beta1 } from '../../schema/generated/docker-v1beta1.shapes.generated';
import type {
  DevClusterSpec as ClusterV1beta2,
  TemplateSpec,
} from '../../schema/generated/docker-v1beta2.shapes.generated';
import type { DevCluster, DevMachine, DevPart } from '../model/cluster';

/** Parts of an in-memory machine, in startup order. */
const PARTS: readonly DevPart[] = ['vm', 'node', 'etcd', 'apiServer'];

/**
 * Registration of nodes, which are named after their containers.
 *
 * kubeadm gets the CRI socket because there can be several. Nodes share the disk of the laptop, so kubelets must not evict
 * pods when it is almost full.
 */
const REGISTRATION: NodeRegistration = {
  criSocket: 'unix:///var/run/containerd/containerd.sock',
  kubeletArgs: { 'eviction-hard': 'nodefs.available<0%,nodefs.inodesFree<0%,imagefs.available<0%' },
  hasCloudController: false,
};

/** Renderer of the development provider's objects. */
export const DEV_RENDERER: InfrastructureRenderer<DevCluster> = {
  clusterKind: 'DevCluster',
  machineTemplateKind: 'DevMachineTemplate',
  cluster: renderDevCluster,
  machineData: (cluster, _, machine) => machineSpec(cluster, machine as DevMachine),
  machineSpec: (_, data) => data as Fields,
  registration: () => REGISTRATION,
};

function renderDevCluster({ cluster, apiVersions }: RenderContext<DevCluster>): Manifest {
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'DevCluster',
    metadata: ownedMetadata(cluster, cluster.name, KEEP_ANNOTATIONS),
    spec: clusterSpec(cluster),
  };
}

function clusterSpec(cluster: DevCluster): Fields {
  const { cloud, apiServerPort } = cluster;
  if (cloud.backend === 'inMemory') {
    return { backend: { inMemory: {} } } satisfies ClusterV1beta2;
  }
  const image = cloud.loadBalancerImage;
  const loadBalancer = image && { imageRepository: image.repository, imageTag: image.tag };
  const controlPlaneEndpoint = { port: apiServerPort };
  const names = (cloud.failureDomains ?? []).toSorted();
  if (providerOf(cluster).apiVersion === 'v1beta1') {
    const failureDomains = Object.fromEntries(names.map((name) => [name, { controlPlane: true }]));
    return {
      backend: { docker: compact({ failureDomains, loadBalancer }) },
      controlPlaneEndpoint,
    } satisfies ClusterV1beta1;
  }
  const failureDomains = names.map((name) => ({ name, controlPlane: true }));
  return {
    backend: { docker: compact({ failureDomains, loadBalancer }) },
    controlPlaneEndpoint,
  } satisfies ClusterV1beta2;
}

function machineSpec({ cloud }: DevCluster, machine: DevMachine): TemplateSpec & Fields {
  const { image, preLoadImages, extraMounts, bootstrapTimeoutSeconds: seconds, startup } = machine;
  if (cloud.backend === 'docker') {
    return {
      backend: {
        docker: compact({
          customImage: image,
          preLoadImages,
          extraMounts: extraMounts.map((mount) => compact({ ...mount })),
          bootstrapTimeout: seconds === undefined ? undefined : `${seconds}s`,
        }),
      },
    };
  }
  const times = PARTS.flatMap((part) => {
    const time = startup?.[part];
    if (time === undefined) return [];
    const provisioning = compact({
      startupDuration: `${time.seconds}s`,
      startupJitter: time.jitter,
    });
    return [[part, { provisioning }]];
  });
  return { backend: { inMemory: Object.fromEntries(times) } };
}
