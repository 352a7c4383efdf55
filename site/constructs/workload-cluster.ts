/*
 * A Kubernetes cluster that Cluster API creates.
 *
 * It renders the Cluster, the infrastructure cluster of its cloud, and the control plane. Node pools and addons are added to it.
 */
import {
  ApiEndpoint,
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

export const shown = ['Namespace', 'Cluster', 'OpenStackCluster'];

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

// #region program
new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '1.33.1',
  image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
  network: ClusterNetwork.managed({
    nodeCidr: '10.8.0.0/24',
    podCidrs: ['192.168.0.0/16'],
    dnsNameservers: ['172.16.1.2'],
  }),
  controlPlane: { replicas: 3, flavor: 'm1.k8s-master' },
  endpoint: ApiEndpoint.managed({ allowedCidrs: ['198.51.100.0/24'] }),
  labels: { 'example.org/stage': 'production' },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});
// #endregion
