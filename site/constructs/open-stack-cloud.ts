/*
 * An OpenStack cloud, or one project in it: its credentials, external network and flavors.
 *
 * A cloud renders no object of its own. Its clusters refer to its credentials and external network, and its flavors provide the
 * capacity of machines that an autoscaler needs to scale from zero.
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

export const shown = ['OpenStackCluster', 'MachineDeployment'];

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.13'),
});

// #region program
const cloud = new OpenStackCloud(fleet, 'rented', {
  credentials: CloudCredentials.fromSecret('rented-clouds'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
  },
});

const cluster = new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '1.33.1',
  image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
  controlPlane: { flavor: 'm1.k8s-master' },
  installedOtherwise: ['cni', 'cloud-controller-manager', 'cluster-autoscaler'],
});
cluster.addNodePool('workers', {
  flavor: 'm1.k8s-worker',
  autoscale: { minSize: 0, maxSize: 3 },
});
// #endregion
