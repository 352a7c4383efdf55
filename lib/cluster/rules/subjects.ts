import type { ClusterModel } from '../model/cluster';
import type { InfrastructureProviders } from '../model/infrastructure-provider';
import type { MachineModel, Taint } from '../model/machine';
import type { ProvidersModel } from '../model/profile';
import type { NodeOs } from '../model/windows';

/** Versions that a management cluster asks for. */
export interface ProvidersSubject {
  /** Construct path of the management cluster. */
  readonly path: string;
  /** Versions as they were asked for. */
  readonly providers: ProvidersModel;
  /** Infrastructure providers that are known, by the kinds of their clouds. */
  readonly known: InfrastructureProviders;
}

/** Machines of one kind: those of the control plane, or of a pool. */
export interface MachineSubject<
  C extends ClusterModel = ClusterModel,
  M extends MachineModel = MachineModel,
> {
  /** Cluster of the machines. */
  readonly cluster: C;
  /** What the machines are made from. */
  readonly machine: M & {
    /** Construct path for messages. */
    readonly path: string;
    /** Version that differs from the cluster's. */
    readonly kubernetesVersion?: string | undefined;
    /** Operating system of the machines; absent for Linux. */
    readonly os?: NodeOs | undefined;
    /** Taints of the nodes. */
    readonly taints?: readonly Taint[] | undefined;
    /** Whether Cluster API keeps the taints on nodes. */
    readonly propagateTaints?: boolean | undefined;
  };
}

/** Server of any kind: a machine of a control plane or a pool, or one that stands beside them. */
export interface ServerSubject<C extends ClusterModel = ClusterModel> {
  /** Cluster of the server. */
  readonly cluster: C;
  /** What the server is made from. */
  readonly machine: {
    /** Construct path for messages. */
    readonly path: string;
  };
}

/** Control plane in its cluster. */
export interface ControlPlaneSubject<C extends ClusterModel = ClusterModel> {
  /** Cluster of the control plane. */
  readonly cluster: C;
  /** Control plane itself. */
  readonly controlPlane: C['controlPlane'];
}

/** Node pool in its cluster. */
export interface PoolSubject<C extends ClusterModel = ClusterModel> {
  /** Cluster of the pool. */
  readonly cluster: C;
  /** Pool itself. */
  readonly pool: C['pools'][number];
}
