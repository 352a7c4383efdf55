/*
 * Address ranges of clusters that do not overlap.
 *
 * The ranges of a cluster depend only on the pools and on its number. They stay the same when other clusters are added or
 * removed.
 */
import {
  CidrPlan,
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

export const shown = ['Cluster prod-eu', 'Cluster prod-us'];

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
const plan = new CidrPlan({
  nodes: { ranges: ['10.8.0.0/14'], prefix: 24 },
  pods: { ranges: ['10.128.0.0/10'], prefix: 18 },
  services: { ranges: ['10.64.0.0/12'], prefix: 20 },
  clusters: { 'prod-eu': 0, 'prod-us': 1 },
});

for (const name of plan.clusters) {
  new WorkloadCluster(mothership, name, {
    cloud,
    kubernetesVersion: '1.33.1',
    image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
    network: ClusterNetwork.managed(plan.ranges(name)),
    controlPlane: { flavor: 'm1.k8s-master' },
    installedOtherwise: ['cni', 'cloud-controller-manager'],
  });
}
// #endregion
