/*
 * How certain pods leave the machines of a cluster before Cluster API deletes these machines.
 */
import {
  CloudCredentials,
  ClusterNetwork,
  DrainBehavior,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';

export const shown = ['MachineDrainRule'];

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });

const cloud = new OpenStackCloud(fleet, 'rented', {
  credentials: CloudCredentials.fromSecret('rented-clouds'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
  },
});
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.13'),
});
const cluster = new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '1.33.1',
  image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
  controlPlane: { flavor: 'm1.k8s-master' },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});

// #region program
cluster.addNodePool('render', { flavor: 'm1.k8s-worker', replicas: 2 });
cluster.addDrainRule('jobs', {
  behavior: DrainBehavior.waitCompleted(),
  pods: [{ selector: { matchLabels: { 'example.org/kind': 'render-job' } } }],
  pools: ['render'],
});
// #endregion
