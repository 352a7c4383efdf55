import type { CloudAddons } from '../addons/model/cloud-addons';
import type { EquippedCluster } from '../addons/model/cluster';
import type { Manifest } from '../base/manifest';
import type { RuleGroup } from '../base/rule';
import type { CloudModel } from '../cluster/model/cloud';
import type { CloudOffers } from '../cluster/model/cloud-offers';
import type { ClusterModel } from '../cluster/model/cluster';
import type { Expiry } from '../cluster/model/credential-expiry';
import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';
import type { InfrastructureRenderer } from '../cluster/render/infrastructure';
import type { FleetSummary } from '../cluster/rules/fleet-summary';
import type { MachineDisks } from '../cluster/rules/machine-disks';
import type { ObjectSubject } from '../cluster/rules/object-rule';
import type { ObjectSetSubject } from '../cluster/rules/object-set-rule';
import type {
  ControlPlaneSubject,
  MachineSubject,
  PoolSubject,
  ServerSubject,
} from '../cluster/rules/subjects';
import type { TakenAddress } from '../cluster/rules/taken-addresses';
import type { NotPropsByKind } from '../schema/not-props/not-prop';
import type { ClusterSecret } from '../secrets/model/cluster-secret';

/** Rules of a provider, by what they look at; they see its own clusters and objects alone. */
export interface ProviderRules {
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
  /** Rules on a finished object, which see those of every provider. */
  readonly object?: readonly RuleGroup<ObjectSubject>[];
  /** Rules on the finished objects of a cluster together, whoever makes its machines. */
  readonly objectSet?: readonly RuleGroup<ObjectSetSubject>[];
  /** Rules on all clusters of the provider together. */
  readonly fleet?: readonly RuleGroup<FleetSummary>[];
}

/** Server that a provider makes for a cluster besides its machines. */
export interface OtherServer {
  /** What the server is made from. */
  readonly machine: ServerSubject['machine'];
  /** Beginning of its props, such as `bastion.`. */
  readonly prefix: string;
}

/** What the rules on a whole fleet remember of a cluster, in words of its provider. */
export interface FleetFacts {
  /** Objects that are written beside the cluster, each with what it is. */
  readonly objects: readonly string[];
  /** Addresses and hosts at which the API server is reached, where they are given. */
  readonly addresses: readonly TakenAddress[];
  /** What the provider's own rules on fleets need besides. */
  readonly own: object;
}

/** What an infrastructure provider knows and does, as the assembly of clusters asks for it. */
export interface Provider<C extends EquippedCluster = EquippedCluster> extends CloudOffers {
  /** Releases that may run on a management cluster. */
  readonly releases: InfrastructureProvider;
  /** Writer of the provider's own objects. */
  readonly renderer: InfrastructureRenderer<C>;
  /** Rules on what is the provider's own. */
  readonly rules: ProviderRules;
  /** How its own addons are called in programs, by the parts of a cluster that they install. */
  readonly addons: CloudAddons;
  /** Fields of its kinds that no prop writes. */
  readonly notProps: NotPropsByKind;
  /** Disks that machines have; absent where the provider cannot tell. */
  readonly disks?: MachineDisks;
  /** Servers besides the machines of a cluster; absent where it makes none. */
  otherServers?(cluster: C): readonly OtherServer[];
  /** Secrets of the management cluster that the provider reads; absent where it reads none. */
  secrets?(cluster: C): readonly ClusterSecret[];
  /** Ends of a cluster's credentials, as far as they are known; absent where none is. */
  expiries?(cluster: C): readonly Expiry[];
  /** Objects without a namespace that clusters share, and that are written once for all; absent where there are none. */
  sharedObjects?(cluster: C): readonly Manifest[];
  /** Cluster with those lists in order whose order means nothing and that become texts; absent where there are none. */
  inOrder?<D extends C>(cluster: D): D;
  /** What the rules on a whole fleet remember of a cluster; absent where that is nothing. */
  fleetFacts?(cluster: C): FleetFacts;
}
