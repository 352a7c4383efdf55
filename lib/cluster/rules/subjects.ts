import type { AddonModel } from '../../addons/model/addon';
import type { RuleGroup } from '../../base/rule';
import type { CidrPlanModel } from '../../fleet/model/cidr-plan';
import type { ServerModel } from '../../openstack/model/bastion';
import type { CloudModel } from '../../openstack/model/cloud';
import type { ClusterModel } from '../model/cluster';
import type { ControlPlaneModel } from '../model/control-plane';
import type { InfrastructureProviders } from '../model/infrastructure-provider';
import type { MachineModel, Taint } from '../model/machine';
import type { PoolModel } from '../model/node-pool';
import type { ProvidersModel } from '../model/profile';
import type { NodeOs } from '../model/windows';
import type { FleetSummary } from './fleet-summary';
import type { ObjectSubject } from './object-rule';
import type { ObjectSetSubject } from './object-set-rule';

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

/** Rules by what they look at. */
export interface RuleSets {
  /** Rules on the versions of a management cluster. */
  readonly providers: readonly RuleGroup<ProvidersSubject>[];
  /** Rules on a plan of address ranges. */
  readonly cidrPlan: readonly RuleGroup<CidrPlanModel>[];
  /** Rules on a cloud by itself. */
  readonly cloud: readonly RuleGroup<CloudModel>[];
  /** Rules on a cluster as a whole. */
  readonly cluster: readonly RuleGroup<ClusterModel>[];
  /** Rules on a cluster whose manifests are written, besides those on the cluster. */
  readonly rendering: readonly RuleGroup<ClusterModel>[];
  /** Rules on a control plane. */
  readonly controlPlane: readonly RuleGroup<ControlPlaneSubject>[];
  /** Rules on servers, be they machines or a bastion. */
  readonly server: readonly RuleGroup<ServerSubject>[];
  /** Rules on machines, be they a control plane's or a pool's. */
  readonly machine: readonly RuleGroup<MachineSubject>[];
  /** Rules on a node pool. */
  readonly pool: readonly RuleGroup<PoolSubject>[];
  /** Rules on an addon. */
  readonly addon: readonly RuleGroup<AddonSubject>[];
  /** Rules on a finished object. */
  readonly object: readonly RuleGroup<ObjectSubject>[];
  /** Rules on the finished objects of a cluster together. */
  readonly objectSet: readonly RuleGroup<ObjectSetSubject>[];
  /** Rules on all clusters together. */
  readonly fleet: readonly RuleGroup<FleetSummary>[];
}
