/*
 * A pool of equal workers: a MachineDeployment with its machine and bootstrap templates.
 *
 * The names of templates end in a hash of their content. A change of the machines is a new template, and the MachineDeployment
 * rolls out.
 */
import {
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';

export const shown = [
  'MachineDeployment',
  'OpenStackMachineTemplate prod-workers',
  'KubeadmConfigTemplate',
];

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
  installedOtherwise: ['cni', 'cloud-controller-manager', 'cluster-autoscaler'],
});

// #region program
cluster.addNodePool('workers', {
  flavor: 'm1.k8s-worker',
  autoscale: { minSize: 0, maxSize: 6 },
  failureDomain: 'nova',
  labels: { 'node.cluster.x-k8s.io/pool': 'workers' },
  taints: [{ key: 'example.org/batch', value: 'only', effect: 'NoSchedule' }],
});
// #endregion
