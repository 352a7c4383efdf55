import type { AddonSubject } from '../addons/rules/subjects';
import type { RuleGroup } from '../base/rule';
import type { CloudModel } from '../cluster/model/cloud';
import type { FleetSummary } from '../cluster/rules/fleet-summary';
import type { ObjectSubject } from '../cluster/rules/object-rule';
import type { ObjectSetSubject } from '../cluster/rules/object-set-rule';
import type {
  ControlPlaneSubject,
  MachineSubject,
  PoolSubject,
  ProvidersSubject,
  ServerSubject,
} from '../cluster/rules/subjects';
import type { CidrPlanModel } from '../fleet/model/cidr-plan';
import type { WholeSummary } from './fleet-summary';
import type { AssembledCluster } from './model';

/** Rules by subject. */
export interface RuleSets {
  /** Rules on the versions of a management cluster. */
  readonly providers: readonly RuleGroup<ProvidersSubject>[];
  /** Rules on a plan of address ranges. */
  readonly cidrPlan: readonly RuleGroup<CidrPlanModel>[];
  /** Rules on a cloud by itself. */
  readonly cloud: readonly RuleGroup<CloudModel>[];
  /** Rules on a cluster as a whole. */
  readonly cluster: readonly RuleGroup<AssembledCluster>[];
  /** Rules on a cluster before its manifests are written, besides those on the cluster. */
  readonly rendering: readonly RuleGroup<AssembledCluster>[];
  /** Rules on a control plane. */
  readonly controlPlane: readonly RuleGroup<ControlPlaneSubject>[];
  /** Rules on servers: machines and bastions. */
  readonly server: readonly RuleGroup<ServerSubject>[];
  /** Rules on machines: of control planes and of pools. */
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
  readonly fleet: readonly RuleGroup<FleetSummary<WholeSummary>>[];
}
