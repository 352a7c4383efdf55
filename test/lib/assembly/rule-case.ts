import type { AddonModel } from '../../../lib/addons/model/addon';
import { checkCidrPlan } from '../../../lib/assembly/check-cidr-plan';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import { checkObject, checkObjectSet } from '../../../lib/assembly/check-object';
import { FleetChecks } from '../../../lib/assembly/fleet-checks';
import type { AssembledCluster as AnyCluster } from '../../../lib/assembly/model';
import { infrastructureProviders, Providers } from '../../../lib/assembly/providers';
import type { RuleSets } from '../../../lib/assembly/rule-tables';
import type { Issue } from '../../../lib/base/errors';
import type { Manifest } from '../../../lib/base/manifest';
import type { RuleGroup } from '../../../lib/base/rule';
import type { ProvidersModel, VersionProfile } from '../../../lib/cluster/model/profile';
import { checkProviders } from '../../../lib/cluster/rules/providers';
import type { CidrPlanModel } from '../../../lib/fleet/model/cidr-plan';
import type { OpenStackCloudModel } from '../../../lib/openstack/model/cloud';
import {
  addonModel,
  cloudModel,
  clusterModel,
  controlPlaneModel,
  poolModel,
} from '../../support/models';
import type {
  AssembledCluster,
  AssembledControlPlane,
  AssembledPool,
} from '../../support/openstack-cluster';

/** What rules look at: clusters, objects, versions of a management cluster, or a plan of address ranges. */
export type Checked =
  | AssembledCluster
  | AnyCluster
  | readonly AnyCluster[]
  | Providers
  | ProvidersModel
  | CidrPlanModel
  | FinishedObject
  | FinishedSet;

/** One object, patches and all, and what the versions of its management cluster can express. */
export class FinishedObject {
  constructor(
    readonly object: Manifest,
    readonly profile: VersionProfile,
  ) {}
}

/** All objects of a cluster, patches and all, and those that a user added. */
export class FinishedSet {
  constructor(
    readonly objects: readonly Manifest[],
    readonly others: readonly Manifest[],
    readonly profile: VersionProfile,
    readonly cluster?: AssembledCluster,
  ) {}
}

/** Something that breaks a rule, what is said about it, and something close to it that does not. */
export interface RuleCase {
  readonly rule: string;
  readonly broken: Checked;
  readonly says: string;
  /** Left out where another case of the rule has it. */
  readonly sound?: Checked;
}

/** Functions that run rules. */
export interface Checkers {
  readonly checkCluster: typeof checkCluster;
  readonly checkRendering: typeof checkRendering;
  readonly checkObject: typeof checkObject;
  readonly checkObjectSet: typeof checkObjectSet;
  readonly checkCidrPlan: typeof checkCidrPlan;
  readonly checkProviders: typeof checkProviders;
  readonly FleetChecks: typeof FleetChecks;
}

const CHECKERS: Checkers = {
  checkCluster,
  checkRendering,
  checkObject,
  checkObjectSet,
  checkCidrPlan,
  checkProviders,
  FleetChecks,
};

/** Every mistake that some rules find. */
export function issuesOf(
  checked: Checked,
  rules: RuleSets,
  run: Checkers = CHECKERS,
): readonly Issue[] {
  if ('syncedLabels' in checked) {
    return run.checkProviders(
      'mothership',
      checked instanceof Providers ? checked.model : checked,
      infrastructureProviders(),
      rules.providers,
    );
  }
  if (checked instanceof FinishedObject) {
    return run.checkObject({ path: 'mothership/demo', ...checked }, rules.object);
  }
  if (checked instanceof FinishedSet) {
    const path = 'mothership/demo';
    const objects = [
      ...checked.objects.map((object) => ({ path, object })),
      ...checked.others.map((object) => ({ path, object, added: true })),
    ];
    const { profile, cluster: model } = checked;
    const subject = { objects, profile, ...(model === undefined ? {} : { cluster: model }) };
    return run.checkObjectSet(subject, rules.objectSet);
  }
  if ('numbers' in checked) return run.checkCidrPlan(checked, rules);
  if (!isFleet(checked)) {
    return [...run.checkCluster(checked, rules), ...run.checkRendering(checked, rules)];
  }
  const checks = new run.FleetChecks(rules.fleet);
  for (const cluster of checked) checks.add(cluster);
  return checks.issues();
}

/** Rules but for one. */
export function without(rules: RuleSets, id: string): RuleSets {
  const rest = <S>(groups: readonly RuleGroup<S>[]): RuleGroup<S>[] =>
    groups.map((group) => ({ ...group, rules: group.rules.filter((rule) => rule.id !== id) }));
  return {
    providers: rest(rules.providers),
    cidrPlan: rest(rules.cidrPlan),
    cloud: rest(rules.cloud),
    cluster: rest(rules.cluster),
    rendering: rest(rules.rendering),
    controlPlane: rest(rules.controlPlane),
    server: rest(rules.server),
    machine: rest(rules.machine),
    pool: rest(rules.pool),
    addon: rest(rules.addon),
    object: rest(rules.object),
    objectSet: rest(rules.objectSet),
    fleet: rest(rules.fleet),
  };
}

/** Cluster `demo` with some props of its own. */
export const cluster = clusterModel;

/** Network of which nothing is known, so that its machines may have addresses of any family. */
export const UNKNOWN_NETWORK = {
  kind: 'adopted',
  network: { filter: { name: 'lan' } },
  subnets: [],
} as const;

/** Cluster `demo` with some props of its pool. */
export function withPool(
  pool: Partial<AssembledPool>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return clusterModel({ pools: [poolModel(pool)], ...rest });
}

/** Cluster `demo` with some props of its control plane. */
export function withControlPlane(
  controlPlane: Partial<AssembledControlPlane>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return clusterModel({ controlPlane: controlPlaneModel(controlPlane), ...rest });
}

/** Cluster `demo` with some addons. */
export function withAddons(...addons: Partial<AddonModel>[]): AssembledCluster {
  return clusterModel({ addons: addons.map(addonModel) });
}

/** Cluster `demo` on a cloud with some props of its own. */
export function onCloud(
  cloud: Partial<OpenStackCloudModel>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return clusterModel({ cloud: cloudModel(cloud), ...rest });
}

function isFleet(checked: AnyCluster | readonly AnyCluster[]): checked is readonly AnyCluster[] {
  return Array.isArray(checked);
}
