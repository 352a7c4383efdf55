import type { ClusterModel } from '../model/cluster';
import type { InfrastructureProviders } from '../model/infrastructure-provider';
import type { MachineModel, Taint } from '../model/machine';
import type { ProvidersModel } from '../model/profile';
import type { NodeOs } from '../model/windows';

/** Requested versions of a management cluster. */
export interface ProvidersSubject {
  /** Construct path of the management cluster. */
  readonly path: string;
  /** Versions as requested. */
  readonly providers: ProvidersModel;
  /** Known infrastructure providers, by cloud kind. */
  readonly known: InfrastructureProviders;
}

/** Machines of the control plane or of a pool. */
export interface MachineSubject<
  C extends ClusterModel = ClusterModel,
  M extends MachineModel = MachineModel,
> {
  /** Cluster of the machines. */
  readonly cluster: C;
  /** Model of the machines. */
  readonly machine: M & {
    /** Construct path for messages. */
    readonly path: string;
    /** Kubernetes version, if it differs from the cluster's. */
    readonly kubernetesVersion?: string | undefined;
    /** Operating system of the machines; absent for Linux. */
    readonly os?: NodeOs | undefined;
    /** Taints of the nodes. */
    readonly taints?: readonly Taint[] | undefined;
    /** Whether Cluster API propagates the taints to nodes. */
    readonly propagateTaints?: boolean | undefined;
  };
}

/** Server of any kind: a machine of a control plane or a pool, or another server of the cluster. */
export interface ServerSubject<C extends ClusterModel = ClusterModel> {
  /** Cluster of the server. */
  readonly cluster: C;
  /** Model of the server. */
  readonly machine: {
    /** Construct path for messages. */
    readonly path: string;
  };
}

/** Control plane in its cluster. */
export interface ControlPlaneSubject<C extends ClusterModel = ClusterModel> {
  /** Cluster of the control plane. */
  readonly cluster: C;
  /** The control plane. */
  readonly controlPlane: C['controlPlane'];
}

/** Node pool in its cluster. */
export interface PoolSubject<C extends ClusterModel = ClusterModel> {
  /** Cluster of the pool. */
  readonly cluster: C;
  /** The pool. */
  readonly pool: C['pools'][number];
}
