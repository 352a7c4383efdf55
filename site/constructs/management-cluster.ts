/*
 * A Kubernetes cluster that runs Cluster API and creates workload clusters.
 *
 * The versions of Cluster API and of its providers decide which API versions and fields are written. The library writes
 * a `Chart` of yours into the folder of the management cluster, and lists it in `kustomization.yaml`.
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
import { ApiObject, Chart } from 'cdk8s';

export const shown = [
  'mothership/kustomization.yaml',
  'mothership/team-access.k8s.yaml',
  'Cluster',
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

// #region program
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.13'),
  egressCidrs: ['203.0.113.7/32'],
});

new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '1.33.1',
  image: MachineImage.named('ubuntu-2204-kube-v1.33.1'),
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
  controlPlane: { flavor: 'm1.k8s-master' },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});

const access = new Chart(mothership, 'team-access');
new ApiObject(access, 'viewers', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'viewers', namespace: 'prod' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'platform' }],
});
// #endregion
