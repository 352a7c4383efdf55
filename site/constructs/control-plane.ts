/*
 * The machines that run the API server and etcd: a KubeadmControlPlane with its machine template.
 *
 * It is created with its cluster, from the prop `controlPlane`. Use `cluster.controlPlane` to reach its objects, for example
 * for a JSON patch.
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
import { JsonPatch } from 'cdk8s';

export const shown = ['KubeadmControlPlane', 'OpenStackMachineTemplate', 'MachineHealthCheck'];

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
const cluster = new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '1.33.1',
  image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
  controlPlane: {
    replicas: 3,
    flavor: 'm1.k8s-master',
    certSANs: ['api.example.org'],
    apiServerExtraArgs: { profiling: 'false' },
    healthCheck: {},
  },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});

cluster.controlPlane.controlPlane.addJsonPatch(
  JsonPatch.add('/metadata/annotations', { 'example.org/owner': 'platform' }),
);
// #endregion
