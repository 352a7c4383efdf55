/*
 * All clusters of an organization, and the program that writes their manifests.
 *
 * A fleet writes one folder per management cluster, and one folder per workload cluster in it. Each folder has a
 * `kustomization.yaml`, so that kubectl, Argo CD and Flux can apply it.
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

export const shown = ['mothership/kustomization.yaml', 'mothership/prod/kustomization.yaml'];

// #region program
export const fleet = new Fleet({
  outdir: 'clusters',
  layout: 'file-per-concern',
  onSynth: () => {}, // prints no summary
});

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
new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '1.33.1',
  image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
  controlPlane: { flavor: 'm1.k8s-master' },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});
// #endregion
