/*
 * Software that is installed into a workload cluster.
 *
 * The catalog has the addons that a cluster of each cloud needs. Most of them are delivered by a ClusterResourceSet; the
 * autoscaler runs in the management cluster, next to the Cluster that it scales.
 */
import {
  Addon,
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

export const shown = ['ClusterResourceSet', 'Deployment'];

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
  installedOtherwise: ['cni'],
});
cluster.addNodePool('workers', {
  flavor: 'm1.k8s-worker',
  autoscale: { minSize: 1, maxSize: 4 },
});

// #region program
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(Addon.clusterAutoscaler({ expander: 'least-waste' }));
// #endregion
