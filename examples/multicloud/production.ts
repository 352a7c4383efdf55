import {
  Addon,
  type AnyCloud,
  CalicoJob,
  CalicoManifest,
  Checksum,
  Gpu,
  type ManagementCluster,
  WorkloadCluster,
} from '../../constructs/index';

/** Options of a production cluster that depend on its cloud. */
export interface Own<C extends AnyCloud> {
  /** Cloud of the cluster. */
  readonly cloud: C;
  /** Network, image and other options of the cluster. */
  readonly cluster: C['kindOf']['cluster'];
  /** Machines of the control plane. */
  readonly controlPlane: C['kindOf']['controlPlane'];
  /** Machines of the general workers. */
  readonly workers: C['kindOf']['pool'];
  /** Machines with GPUs. */
  readonly gpuWorkers: C['kindOf']['pool'];
  /** Cloud controller and storage driver of the cloud. */
  readonly addons: readonly Addon[];
}

/** Adds a production cluster: the same on every cloud, except for the options of that cloud. */
export function addProduction<C extends AnyCloud>(
  management: ManagementCluster,
  name: string,
  { cloud, cluster: cloudProps, controlPlane, workers, gpuWorkers, addons }: Own<C>,
): WorkloadCluster<C> {
  const cluster = new WorkloadCluster<C>(management, name, {
    ...cloudProps,
    cloud,
    kubernetesVersion: '1.34.2',
    labels: { 'example.com/stage': 'production' },
    controlPlane: { ...controlPlane, replicas: 3, healthCheck: {} },
  });
  cluster.addNodePool('workers', {
    ...workers,
    autoscale: { minSize: 2, maxSize: 10 },
    healthCheck: {},
  });
  cluster.addNodePool('gpu', {
    ...gpuWorkers,
    autoscale: { minSize: 0, maxSize: 4 },
    gpu: Gpu.nvidia(),
  });
  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    encapsulation: 'vxlan',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the project is trusted' }),
    }),
  });
  for (const addon of addons) cluster.addAddon(addon);
  cluster.addAddon(Addon.clusterAutoscaler());
  cluster.addAddon(Addon.nvidiaDevicePlugin());
  return cluster;
}
