import { releaseOf, type VersionProfile } from '../lib/cluster/model/profile';

/** Kind that the library emits for Cluster API. */
export type EmittedKind =
  | 'Cluster'
  | 'MachineDeployment'
  | 'MachineDrainRule'
  | 'MachineHealthCheck'
  | 'KubeadmControlPlane'
  | 'KubeadmConfigTemplate'
  | 'OpenStackCluster'
  | 'OpenStackFloatingIPPool'
  | 'OpenStackMachineTemplate';

const GROUPS: Readonly<Record<EmittedKind, string>> = {
  Cluster: 'cluster.x-k8s.io',
  MachineDeployment: 'cluster.x-k8s.io',
  MachineDrainRule: 'cluster.x-k8s.io',
  MachineHealthCheck: 'cluster.x-k8s.io',
  KubeadmControlPlane: 'controlplane.cluster.x-k8s.io',
  KubeadmConfigTemplate: 'bootstrap.cluster.x-k8s.io',
  OpenStackCluster: 'infrastructure.cluster.x-k8s.io',
  OpenStackFloatingIPPool: 'infrastructure.cluster.x-k8s.io',
  OpenStackMachineTemplate: 'infrastructure.cluster.x-k8s.io',
};

/** API version of a kind in a profile. */
export function apiVersionOf(kind: EmittedKind, profile: VersionProfile): string {
  const group = GROUPS[kind];
  if (kind === 'OpenStackFloatingIPPool') return `${group}/v1alpha1`;
  const version =
    group === 'infrastructure.cluster.x-k8s.io'
      ? releaseOf(profile, 'openstack').apiVersion
      : profile.core;
  return `${group}/${version}`;
}
