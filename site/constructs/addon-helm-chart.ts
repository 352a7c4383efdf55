/*
 * An addon that is a Helm chart: a HelmChartProxy, which the Helm addon provider of Cluster API installs.
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

export const shown = ['HelmChartProxy'];

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
  providers: Providers.stable('1.13', { helmAddonProvider: true }),
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
cluster.addAddon(
  Addon.helmChart('metrics-server', {
    repository: 'https://kubernetes-sigs.github.io/metrics-server',
    chart: 'metrics-server',
    version: '3.12.2',
    namespace: 'kube-system',
    values: { replicas: 2 },
  }),
);
// #endregion
