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

/** Rules of a provider, by subject; they see only its own clusters and objects unless stated otherwise. */
export interface ProviderRules {
  /** Rules on a cloud. */
  readonly cloud?: readonly RuleGroup<CloudModel>[];
  /** Rules on a cluster as a whole. */
  readonly cluster?: readonly RuleGroup<ClusterModel>[];
  /** Additional rules on a cluster whose manifests are written. */
  readonly rendering?: readonly RuleGroup<ClusterModel>[];
  /** Rules on a control plane. */
  readonly controlPlane?: readonly RuleGroup<ControlPlaneSubject>[];
  /** Rules on servers: machines and other servers that the provider creates. */
  readonly server?: readonly RuleGroup<ServerSubject>[];
  /** Rules on machines of control planes and pools. */
  readonly machine?: readonly RuleGroup<MachineSubject>[];
  /** Rules on a node pool. */
  readonly pool?: readonly RuleGroup<PoolSubject>[];
  /** Rules on an addon. */
  readonly addon?: readonly RuleGroup<{ readonly cluster: ClusterModel; readonly addon: object }>[];
  /** Rules on a rendered object; they see objects of every provider. */
  readonly object?: readonly RuleGroup<ObjectSubject>[];
  /** Rules on all rendered objects of a cluster, whichever its provider is. */
  readonly objectSet?: readonly RuleGroup<ObjectSetSubject>[];
  /** Rules on all clusters of the provider. */
  readonly fleet?: readonly RuleGroup<FleetSummary>[];
}

/** Server that a provider creates for a cluster besides its machines. */
export interface OtherServer {
  /** Model of the server. */
  readonly machine: ServerSubject['machine'];
  /** Prefix of its props, such as `bastion.`. */
  readonly prefix: string;
}

/** Provider-specific facts about a cluster that rules on a fleet need. */
export interface FleetFacts {
  /** Names of other objects that are written for the cluster, each with its kind. */
  readonly objects: readonly string[];
  /** Addresses and hosts of the API server, as far as they are given. */
  readonly addresses: readonly TakenAddress[];
  /** Additional facts for the provider's own rules on fleets. */
  readonly own: object;
}

/** Infrastructure provider, as the assembly of clusters uses it. */
export interface Provider<C extends EquippedCluster = EquippedCluster> extends CloudOffers {
  /** Releases that can run on a management cluster. */
  readonly releases: InfrastructureProvider;
  /** Renderer of the provider's objects. */
  readonly renderer: InfrastructureRenderer<C>;
  /** Rules of the provider. */
  readonly rules: ProviderRules;
  /** Calls that add its own addons in programs, by the part of a cluster that they install. */
  readonly addons: CloudAddons;
  /** Fields of its kinds that no prop writes. */
  readonly notProps: NotPropsByKind;
  /** Disks of machines; absent if the provider does not know them. */
  readonly disks?: MachineDisks;
  /** Returns the servers of a cluster besides its machines; absent if there are none. */
  otherServers?(cluster: C): readonly OtherServer[];
  /** Returns the Secrets that the provider reads on the management cluster; absent if it reads none. */
  secrets?(cluster: C): readonly ClusterSecret[];
  /** Returns the known expiry dates of a cluster's credentials; absent if none is known. */
  expiries?(cluster: C): readonly Expiry[];
  /** Returns cluster-scoped objects that clusters share and that are written once; absent if there are none. */
  sharedObjects?(cluster: C): readonly Manifest[];
  /** Sorts the lists of a cluster whose order has no meaning and that become texts; absent if there are none. */
  inOrder?<D extends C>(cluster: D): D;
  /** Returns the facts about a cluster that rules on a fleet need; absent if there are none. */
  fleetFacts?(cluster: C): FleetFacts;
}
