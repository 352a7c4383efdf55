import type { AddonModel } from '../../addons/model/addon';
import type { ServerModel } from '../../openstack/model/bastion';
import type { ClusterModel } from '../model/cluster';
import type { ControlPlaneModel } from '../model/control-plane';
import type { InfrastructureProviders } from '../model/infrastructure-provider';
import type { MachineModel, Taint } from '../model/machine';
import type { PoolModel } from '../model/node-pool';
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

/** Server of any kind: a machine of a control plane or a pool, or a bastion. */
export interface ServerSubject {
  /** Cluster of the server. */
  readonly cluster: ClusterModel;
  /** What the server is made from. */
  readonly machine: ServerModel &
    Partial<Pick<MachineModel, 'serverGroup' | 'ports'>> & {
      /** Construct path for messages. */
      readonly path: string;
    };
}

/** Machines of one kind: those of the control plane, or of a pool. */
export interface MachineSubject {
  /** Cluster of the machines. */
  readonly cluster: ClusterModel;
  /** What the machines are made from. */
  readonly machine: MachineModel & {
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

/** Control plane in its cluster. */
export interface ControlPlaneSubject {
  /** Cluster of the control plane. */
  readonly cluster: ClusterModel;
  /** Control plane itself. */
  readonly controlPlane: ControlPlaneModel;
}

/** Node pool in its cluster. */
export interface PoolSubject {
  /** Cluster of the pool. */
  readonly cluster: ClusterModel;
  /** Pool itself. */
  readonly pool: PoolModel;
}

/** Addon in its cluster. */
export interface AddonSubject {
  /** Cluster that the addon is installed into. */
  readonly cluster: ClusterModel;
  /** Addon itself. */
  readonly addon: AddonModel;
}
