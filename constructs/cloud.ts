import type { Construct, IConstruct } from 'constructs';
import type { AssembledCluster, AssembledMachine, AssembledPool } from '../lib/assembly/model';
import type { CloudModel } from '../lib/cluster/model/cloud';
import type { ClusterRanges } from '../lib/cluster/model/cluster-ranges';
import type { PoolKind } from '../lib/cluster/model/pool-marks';
import type { SharedBootstrapProps } from './bootstrap-props';

/** What a kind of cloud adds to constructs: props in its own words, and the model that they become. */
export interface CloudKind {
  /** Props of clusters, besides those that clusters have everywhere. */
  readonly cluster: object;
  /** Props of control planes, besides those that control planes have everywhere. */
  readonly controlPlane: object;
  /** Props of node pools, besides those that pools have everywhere. */
  readonly pool: object;
  /** Model of clusters. */
  readonly model: AssembledCluster;
}

/**
 * Cloud that clusters run on.
 *
 * Its type decides which props clusters, control planes and pools have: `C['kindOf']` are those of the cloud `C`.
 */
export interface ICloud<K extends CloudKind = CloudKind> extends IConstruct {
  /** Types of what runs on the cloud; there is no value. */
  readonly kindOf: K;
  /** Cloud as plain data. */
  readonly model: CloudModel;
  /** What makes models of props in the words of the cloud. */
  readonly modeller: CloudModeller<K>;
}

/** Cloud of any kind. */
export type AnyCloud = ICloud;

/** What names of a cluster and of its objects are made from. */
export interface ClusterNames {
  /** Construct path of the cluster. */
  readonly path: string;
  /** Name of the cluster. */
  readonly name: string;
  /** Namespace of its objects. */
  readonly namespace: string;
  /** Name of its management cluster. */
  readonly managementCluster: string;
}

/** Part of a cluster's model that its cloud decides on, its ranges where they are given included. */
export type OwnCluster = Pick<AssembledCluster, 'network' | 'endpoint' | 'surroundings'> & {
  readonly ranges: ClusterRanges;
};

/** Part of the model of machines that their cloud decides on. */
export type OwnMachine = Pick<AssembledMachine, 'size' | 'rootVolume' | 'sshKeyName'>;

/** Part of the model of a control plane that its cloud decides on. */
export type OwnControlPlane = OwnMachine & Pick<AssembledCluster['controlPlane'], 'failureDomains'>;

/** Part of the model of a pool that its cloud decides on. */
export type OwnPool = OwnMachine & Pick<AssembledPool, 'preemptible'>;

/** What a cloud sees of the bootstrapping of machines. */
export interface BootstrapOfMachines {
  /** Bootstrapping; absent for the usual one. */
  readonly bootstrap?: Pick<SharedBootstrapProps, 'format'>;
}

/** Cluster as its cloud sees it. */
export interface ModelledCluster<P extends object> extends ClusterNames {
  /** Props of the cluster. */
  readonly props: P;
  /** Construct of the cluster, in which a cloud's own constructs may stand. */
  readonly scope: Construct;
}

/** Machines as their cloud sees them. */
export interface ModelledMachines<P extends object> {
  /** Props of the cluster, which machines follow where they say nothing themselves. */
  readonly cluster: P & BootstrapOfMachines;
  /** What names of their cluster are made from. */
  readonly names: ClusterNames;
  /** Name of the control plane or pool in its cluster. */
  readonly group: string;
}

/** Makes models of props in the words of a cloud. */
export interface CloudModeller<K extends CloudKind = CloudKind> {
  /** Part of a cluster's model that the cloud decides on. */
  cluster(cluster: ModelledCluster<K['cluster']>): OwnCluster;
  /** Model of a cluster with what depends on its addons; absent where nothing does. */
  completed?(model: AssembledCluster, props: K['cluster']): AssembledCluster;
  /** Part of a control plane's model that the cloud decides on. */
  controlPlane(
    props: K['controlPlane'] & BootstrapOfMachines,
    machines: ModelledMachines<K['cluster']>,
  ): OwnControlPlane;
  /** Part of a pool's model that the cloud decides on. */
  pool(
    props: K['pool'] & Pick<PoolKind, 'os'> & BootstrapOfMachines,
    machines: ModelledMachines<K['cluster']>,
  ): OwnPool;
}
