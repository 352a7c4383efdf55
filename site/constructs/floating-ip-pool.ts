/*
 * A pool from which machines of a cluster get floating IPs, in the external network of its cloud.
 */
import {
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  FloatingIPPool,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';

export const shown = ['OpenStackFloatingIPPool', 'OpenStackMachineTemplate prod-ingress'];

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
new FloatingIPPool(cluster, 'edge', { maxIPs: 4, reclaimPolicy: 'Retain' });
cluster.addNodePool('ingress', {
  flavor: 'm1.k8s-worker',
  replicas: 3,
  floatingIPPool: 'edge',
});
// #endregion
