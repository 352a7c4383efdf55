import type { Construct, IConstruct } from 'constructs';
import type { AssembledCluster, AssembledMachine, AssembledPool } from '../lib/assembly/model';
import type { CloudModel } from '../lib/cluster/model/cloud';
import type { ClusterRanges } from '../lib/cluster/model/cluster-ranges';
import type { PoolKind } from '../lib/cluster/model/pool-marks';
import type { SharedBootstrapProps } from './bootstrap-props';

/** What a kind of cloud adds to constructs: its own props, and the resulting model. */
export interface CloudKind {
  /** Props of clusters, besides the common ones. */
  readonly cluster: object;
  /** Props of control planes, besides the common ones. */
  readonly controlPlane: object;
  /** Props of node pools, besides the common ones. */
  readonly pool: object;
  /** Model of clusters. */
  readonly model: AssembledCluster;
}

/**
 * Cloud that clusters run on.
 *
 * Its type decides on the props of clusters, control planes and pools: `C['kindOf']` has those of the cloud `C`.
 */
export interface ICloud<K extends CloudKind = CloudKind> extends IConstruct {
  /** Types for this kind of cloud; the property has no value. */
  readonly kindOf: K;
  /** Cloud as plain data. */
  readonly model: CloudModel;
  /** Converts the cloud's own props to models. */
  readonly modeller: CloudModeller<K>;
}

/** Cloud of any kind. */
export type AnyCloud = ICloud;

/** Data that names of a cluster and its objects are derived from. */
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

/** The cloud's part of a cluster model, including ranges that are set there. */
export type OwnCluster = Pick<AssembledCluster, 'network' | 'endpoint' | 'surroundings'> & {
  readonly ranges: ClusterRanges;
};

/** The cloud's part of the model of machines. */
export type OwnMachine = Pick<AssembledMachine, 'size' | 'rootVolume' | 'sshKeyName'>;

/** The cloud's part of a control plane model. */
export type OwnControlPlane = OwnMachine & Pick<AssembledCluster['controlPlane'], 'failureDomains'>;

/** The cloud's part of a pool model. */
export type OwnPool = OwnMachine & Pick<AssembledPool, 'preemptible'>;

/** Bootstrap settings of machines that a cloud depends on. */
export interface BootstrapOfMachines {
  /** Bootstrap settings; absent for the defaults. */
  readonly bootstrap?: Pick<SharedBootstrapProps, 'format'>;
}

/** A cluster as its cloud sees it. */
export interface ModelledCluster<P extends object> extends ClusterNames {
  /** Props of the cluster. */
  readonly props: P;
  /** Construct of the cluster, in which a cloud can place its own constructs. */
  readonly scope: Construct;
}

/** Machines as their cloud sees them. */
export interface ModelledMachines<P extends object> {
  /** Props of the cluster, which apply where machines have none. */
  readonly cluster: P & BootstrapOfMachines;
  /** Data that names of their cluster are derived from. */
  readonly names: ClusterNames;
  /** Name of the control plane or pool in its cluster. */
  readonly group: string;
}

/** Converts a cloud's own props to models. */
export interface CloudModeller<K extends CloudKind = CloudKind> {
  /** Returns the cloud's part of a cluster model. */
  cluster(cluster: ModelledCluster<K['cluster']>): OwnCluster;
  /** Adds what depends on the addons to a cluster model; absent if nothing does. */
  completed?(model: AssembledCluster, props: K['cluster']): AssembledCluster;
  /** Returns the cloud's part of a control plane model. */
  controlPlane(
    props: K['controlPlane'] & BootstrapOfMachines,
    machines: ModelledMachines<K['cluster']>,
  ): OwnControlPlane;
  /** Returns the cloud's part of a pool model. */
  pool(
    props: K['pool'] & Pick<PoolKind, 'os'> & BootstrapOfMachines,
    machines: ModelledMachines<K['cluster']>,
  ): OwnPool;
}
