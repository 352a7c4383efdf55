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
  Providers,
  WorkloadCluster,
} from 'capi-fleet';
import { Duration } from 'cdk8s';

export const fleet = new Fleet({ outdir: 'build/gpu' });

// Change: the cloud, the Secret with its credentials, and the flavors with the GPUs that they pass through.
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('research-clouds'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.large': { cpus: 4, memory: '8Gi', disk: '40Gi' },
    'g1.l40s': {
      cpus: 16,
      memory: '64Gi',
      disk: '200Gi',
      gpu: { type: 'nvidia.com/gpu', count: 1 },
    },
    'g1.a100': {
      cpus: 48,
      memory: '480Gi',
      disk: '800Gi',
      gpu: { type: 'nvidia.com/gpu', count: 4 },
    },
  },
});
const control = new ManagementCluster(fleet, 'control', { providers: Providers.stable('1.14') });

const cluster = new WorkloadCluster(control, 'research', {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  network: ClusterNetwork.managed({ nodeCidr: '10.20.0.0/22' }),
  controlPlane: {
    flavor: 'm1.large',
    healthCheck: {},
    // Pods that request a GPU tolerate its taint without saying so.
    admission: { enablePlugins: ['ExtendedResourceToleration'] },
  },
});
cluster.addNodePool('general', { flavor: 'm1.large', replicas: 2, healthCheck: {} });

// Change: an image with NVIDIA's driver and container toolkit, whose runtime is containerd's default.
const image = MachineImage.fromName('ubuntu-2404-nvidia-kube-v1.34.2');
const gpuPool = {
  image,
  // Large images take longer to boot, and a rollout must not need more GPUs than the project has.
  healthCheck: { nodeStartupTimeout: Duration.minutes(20) },
  rollout: { maxSurge: 0, maxUnavailable: 1 },
};
cluster.addNodePool('inference', {
  ...gpuPool,
  flavor: 'g1.l40s',
  gpu: Gpu.nvidia({ accelerator: 'l40s' }),
  autoscale: { minSize: 1, maxSize: 8, priority: 20 },
});
cluster.addNodePool('training', {
  ...gpuPool,
  flavor: 'g1.a100',
  gpu: Gpu.nvidia({ accelerator: 'a100' }),
  autoscale: {
    minSize: 0,
    maxSize: 4,
    priority: 10,
    scaleDownUnneededTime: Duration.minutes(5),
    maxNodeProvisionTime: Duration.minutes(30),
  },
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(Addon.nvidiaDevicePlugin());
cluster.addAddon(Addon.clusterAutoscaler({ expander: ['priority', 'least-waste'] }));

fleet.run();
