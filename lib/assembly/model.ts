import type { ClusterModel } from '../cluster/model/cluster';
import type { KubeadmCluster } from '../kubeadm/model/cluster';
import type { KubeadmMachine } from '../kubeadm/model/machine';

/** Cluster model that combines two strategies: the infrastructure of machines, and their bootstrap to nodes. */
export type Composed<A extends ClusterModel, B extends ClusterModel> = Omit<
  A & B,
  'controlPlane' | 'pools'
> & {
  /** Control plane. */
  readonly controlPlane: A['controlPlane'] & B['controlPlane'];
  /** Node pools by name. */
  readonly pools: readonly (A['pools'][number] & B['pools'][number])[];
};

/** Cluster model that all providers share; only its own provider reads the provider's parts. */
export type AssembledCluster = KubeadmCluster;

/** Control plane model that all providers share. */
export type AssembledControlPlane = AssembledCluster['controlPlane'];

/** Node pool model that all providers share. */
export type AssembledPool = AssembledCluster['pools'][number];

/** Common model of control planes and pools. */
export type AssembledMachine = KubeadmMachine;
