import type { RuleGroup } from '../base/rule';
import type { CloudModel } from './model/cloud';
import type { ClusterModel } from './model/cluster';
import type { ClusterPart } from './model/cluster-part';
import type { InfrastructureRenderer } from './render/infrastructure';
import type { MachineDisks } from './rules/machine-disks';
import type {
  ControlPlaneSubject,
  MachineSubject,
  PoolSubject,
  ServerSubject,
} from './rules/subjects';

/** Rules of an infrastructure, by what they look at; they see its own clusters alone. */
export interface InfrastructureRules {
  /** Rules on a cloud by itself. */
  readonly cloud?: readonly RuleGroup<CloudModel>[];
  /** Rules on a cluster as a whole. */
  readonly cluster?: readonly RuleGroup<ClusterModel>[];
  /** Rules on a cluster whose manifests are written, besides those on the cluster. */
  readonly rendering?: readonly RuleGroup<ClusterModel>[];
  /** Rules on a control plane. */
  readonly controlPlane?: readonly RuleGroup<ControlPlaneSubject>[];
  /** Rules on servers, be they machines or others that the provider makes. */
  readonly server?: readonly RuleGroup<ServerSubject>[];
  /** Rules on machines, be they a control plane's or a pool's. */
  readonly machine?: readonly RuleGroup<MachineSubject>[];
  /** Rules on a node pool. */
  readonly pool?: readonly RuleGroup<PoolSubject>[];
  /** Rules on an addon. */
  readonly addon?: readonly RuleGroup<{ readonly cluster: ClusterModel; readonly addon: object }>[];
}

/** Server that a provider makes for a cluster besides its machines. */
export interface OtherServer {
  /** What the server is made from. */
  readonly machine: ServerSubject['machine'];
  /** Beginning of its props, such as `bastion.`. */
  readonly prefix: string;
}

/** What an infrastructure provider knows and does, as the assembly of clusters asks for it. */
export interface Infrastructure<C extends ClusterModel = ClusterModel> {
  /** Writer of the provider's own objects. */
  readonly renderer: InfrastructureRenderer<C>;
  /** Rules on what is the provider's own. */
  readonly rules: InfrastructureRules;
  /** How its own addons are called in programs, by the parts of a cluster that they install. */
  readonly addons: Readonly<Partial<Record<ClusterPart, string>>>;
  /** Disks that machines have; absent where the provider cannot tell. */
  readonly disks?: MachineDisks;
  /** Servers besides the machines of a cluster. */
  otherServers(cluster: C): readonly OtherServer[];
}
