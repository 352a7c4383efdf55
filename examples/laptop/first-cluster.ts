import {
  CalicoJob,
  CalicoManifest,
  Checksum,
  DevCloud,
  type DevCloudProps,
  type Fleet,
  ManagementCluster,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';

/** Adds the first cluster of a laptop, whose machines are containers or only in memory. */
export function addFirstCluster(fleet: Fleet, backend: DevCloudProps['backend']): WorkloadCluster {
  const laptop = new DevCloud(fleet, 'laptop', { backend });
  const kind = new ManagementCluster(fleet, 'kind', {
    providers: Providers.stable('1.13', { infrastructure: ['dev'] }),
  });
  const cluster = new WorkloadCluster(kind, 'first', {
    cloud: laptop,
    kubernetesVersion: '1.34.0',
    controlPlane: { replicas: 1 },
  });
  cluster.addNodePool('workers', { replicas: 2 });
  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    encapsulation: 'vxlan',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the project is trusted' }),
    }),
  });
  return cluster;
}
