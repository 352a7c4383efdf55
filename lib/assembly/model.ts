import type { ClusterModel } from '../cluster/model/cluster';
import type { KubeadmCluster } from '../kubeadm/model/cluster';
import type { KubeadmMachine } from '../kubeadm/model/machine';
import type { OpenStackCluster } from '../openstack/model/cluster';
import type { OpenStackMachine } from '../openstack/model/machine';

/** Cluster of which two strategies each say their part: who makes the machines, and what makes nodes of them. */
export type Composed<A extends ClusterModel, B extends ClusterModel> = Omit<
  A & B,
  'controlPlane' | 'pools'
> & {
  /** Control plane. */
  readonly controlPlane: A['controlPlane'] & B['controlPlane'];
  /** Node pools by name. */
  readonly pools: readonly (A['pools'][number] & B['pools'][number])[];
};

/** Cluster with everything that is known of it. */
export type AssembledCluster = Composed<OpenStackCluster, KubeadmCluster>;

/** Control plane with everything that is known of it. */
export type AssembledControlPlane = AssembledCluster['controlPlane'];

/** Node pool with everything that is known of it. */
export type AssembledPool = AssembledCluster['pools'][number];

/** What control planes and pools have in common. */
export type AssembledMachine = OpenStackMachine & KubeadmMachine;
