import type { ClusterModel } from '../cluster/model/cluster';
import type { KubeadmCluster } from '../kubeadm/model/cluster';
import type { KubeadmMachine } from '../kubeadm/model/machine';

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

/** Cluster as every provider has it; what its own provider says besides is in it, and nobody else looks at it. */
export type AssembledCluster = KubeadmCluster;

/** Control plane as every provider has it. */
export type AssembledControlPlane = AssembledCluster['controlPlane'];

/** Node pool as every provider has it. */
export type AssembledPool = AssembledCluster['pools'][number];

/** What control planes and pools have in common. */
export type AssembledMachine = KubeadmMachine;
