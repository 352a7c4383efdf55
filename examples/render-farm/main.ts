import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  Gpu,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Preemptible,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';

export const fleet = new Fleet({ outdir: 'build/render-farm' });

const cloud = new OpenStackCloud(fleet, 'studio', {
  credentials: CloudCredentials.fromSecret('studio-clouds'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'c2.medium': { cpus: 4, memory: '8Gi', disk: '40Gi' },
    'c8.large': { cpus: 16, memory: '64Gi', disk: '120Gi' },
    'g1.l40s': { cpus: 16, memory: '128Gi', disk: '200Gi' },
    'w8.large': { cpus: 16, memory: '64Gi', disk: '200Gi' },
  },
});
const control = new ManagementCluster(fleet, 'control', { providers: Providers.stable('1.14') });

const cluster = new WorkloadCluster(control, 'farm', {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  sshKeyName: 'operators',
  network: ClusterNetwork.managed({ nodeCidr: '10.60.0.0/20', podCidrs: ['100.64.0.0/14'] }),
  controlPlane: { flavor: 'c2.medium', healthCheck: {} },
});

cluster.addNodePool('services', { flavor: 'c2.medium', replicas: 2, healthCheck: {} });
cluster.addNodePool('gpu', {
  flavor: 'g1.l40s',
  image: MachineImage.fromName('ubuntu-2404-nvidia-kube-v1.34.2'),
  gpu: Gpu.nvidia({ count: 2, accelerator: 'l40s' }),
  autoscale: { minSize: 0, maxSize: 40, priority: 20 },
});
cluster.addNodePool('spot', {
  flavor: 'c8.large',
  preemptible: Preemptible.byMetadata({ spot: 'true' }),
  autoscale: { minSize: 0, maxSize: 200, priority: 30 },
  healthCheck: {},
});
cluster.addNodePool('windows', {
  flavor: 'w8.large',
  os: 'windows',
  image: MachineImage.fromName('windows-2022-kube-v1.34.2'),
  autoscale: { minSize: 0, maxSize: 20, priority: 10 },
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(Addon.nvidiaDevicePlugin());
cluster.addAddon(Addon.clusterAutoscaler({ expander: 'priority' }));

fleet.run();
