import { checkCidrPlan } from '../lib/assembly/check-cidr-plan';
import type { Issue } from '../lib/base/errors';
import { INCOMPLETE } from '../lib/base/incomplete';
import { closestWord } from '../lib/base/words';
import {
  type CidrPlanModel,
  type CidrPool,
  type PlannedRanges,
  POOL_PROPS,
  type PoolProp,
  rangesAt,
  roomIn,
} from '../lib/fleet/model/cidr-plan';
import { PlanRoom } from '../lib/fleet/model/plan-room';
import { GUARD } from '../lib/input/input-guard';
import { claim, type Mistake, placed, refusalOf, refuse } from '../lib/input/refusals';

/** Props of a {@link CidrPlan}. */
export interface CidrPlanProps {
  /**
   * Numbers by cluster name; a number is the index of the cluster's ranges in every pool.
   *
   * Never change the number of an existing cluster. The number of a deleted cluster can be reused.
   */
  readonly clusters: Readonly<Record<string, number>>;
  /** Address pool for machines. */
  readonly nodes: CidrPool;
  /**
   * Address pool for second subnets of machines.
   *
   * @default - machines have one address
   */
  readonly nodesIPv6?: CidrPool;
  /**
   * Address pool for pods.
   *
   * @default - every cluster uses the same range, which is not routed outside
   */
  readonly pods?: CidrPool;
  /**
   * Address pool for second addresses of pods.
   *
   * @default - pods have one address
   */
  readonly podsIPv6?: CidrPool;
  /**
   * Address pool for services.
   *
   * @default - every cluster uses the same range, which is not routed outside
   */
  readonly services?: CidrPool;
  /**
   * Address pool for second addresses of services.
   *
   * @default - services have one address
   */
  readonly servicesIPv6?: CidrPool;
  /**
   * Ranges of clusters that existed before the plan, by cluster name.
   *
   * The plan assigns none of these ranges to a number, even outside of the pools, and neither the default pod and
   * service ranges of these clusters if theirs are omitted. Pods or services of two pinned clusters can have the same
   * range.
   *
   * @default - every cluster has a number
   */
  readonly pinned?: Readonly<Record<string, PlannedRanges>>;
  /**
   * Ranges that are never assigned, such as those of an office or of the management cluster.
   *
   * @default - all ranges in the pools can be assigned
   */
  readonly reserved?: readonly string[];
  /**
   * Name of the plan in messages.
   *
   * @default 'CidrPlan'
   */
  readonly name?: string;
}

/** Defaults of {@link CidrPlanProps}. */
export const CIDR_PLAN_DEFAULTS = Object.freeze({ name: 'CidrPlan' });

/**
 * Address ranges of clusters that do not overlap.
 *
 * A cluster's ranges depend only on the pools and on its own number. They stay the same when other clusters are added
 * or removed in any order, and change only with a diff of the number. A name without a number is an error that says
 * which line to add. A number that two clusters have, or that leads to a reserved or pinned range, is an error too.
 *
 * ```ts
 * const plan = new CidrPlan({
 *   nodes: { ranges: ['10.8.0.0/14'], prefix: 24 },
 *   pods: { ranges: ['10.128.0.0/10'], prefix: 18 },
 *   services: { ranges: ['10.64.0.0/12'], prefix: 20 },
 *   clusters: { 'prod-eu': 0, 'prod-us': 1 },
 * });
 * const network = ClusterNetwork.managed(plan.ranges('prod-eu'));
 * ```
 */
export class CidrPlan {
  private readonly model: CidrPlanModel;

  constructor(given: CidrPlanProps) {
    const { values, mistakes } = GUARD.constructed('CidrPlan', [given]);
    const [props] = values as [CidrPlanProps];
    const path = props.name ?? CIDR_PLAN_DEFAULTS.name;
    this.model = {
      path,
      pools: poolsOf(props),
      numbers: props.clusters,
      pinned: props.pinned ?? {},
      reserved: props.reserved ?? [],
    };
    const issues = [
      ...mistakes.map((mistake) => placed(mistake, path, '')),
      ...checkCidrPlan(this.model),
    ];
    if (issues.length > 0) refuse(this, { maker: 'CidrPlan', mistakes: issues });
  }

  /** Names of the clusters in the plan, those with pinned ranges last. */
  get clusters(): readonly string[] {
    return [...Object.keys(this.model.numbers), ...Object.keys(this.model.pinned)];
  }

  /**
   * Returns the ranges of a cluster, for its `ClusterNetwork`.
   *
   * A cluster that is not in the plan is a mistake, which is reported with all others.
   */
  ranges(cluster: string): PlannedRanges {
    const refusal = refusalOf(this);
    if (refusal !== undefined) return noRanges(claim(refusal));
    const { numbers, pinned } = this.model;
    const number = Object.hasOwn(numbers, cluster) ? numbers[cluster] : undefined;
    const ranges = number === undefined ? undefined : rangesAt(this.model, number);
    const found = ranges ?? (Object.hasOwn(pinned, cluster) ? pinned[cluster] : undefined);
    if (found !== undefined) return found;
    return noRanges([notPlanned(this.model, cluster)]);
  }
}

/** Returns a stand-in for ranges that do not exist; whatever uses it reports why. */
function noRanges(mistakes: readonly Mistake[]): PlannedRanges {
  const nothing = { nodeCidr: INCOMPLETE };
  refuse(nothing, { maker: 'CidrPlan.ranges', mistakes });
  return nothing;
}

function poolsOf(props: CidrPlanProps): Partial<Record<PoolProp, CidrPool>> {
  const pools: Partial<Record<PoolProp, CidrPool>> = {};
  for (const prop of POOL_PROPS) {
    const pool = props[prop];
    if (pool !== undefined) pools[prop] = pool;
  }
  return pools;
}

/** Returns the issue for a cluster that is not in a valid plan. */
function notPlanned(plan: CidrPlanModel, name: string): Issue {
  const key = JSON.stringify(name);
  const closest = closestWord(name, [...Object.keys(plan.numbers), ...Object.keys(plan.pinned)]);
  const free = new PlanRoom(plan).freeNumber();
  const add =
    free === undefined
      ? `add a range at the end of the pool that is too small, and add a number for ${key} to clusters`
      : `add ${key}: ${free} to clusters`;
  return {
    path: plan.path,
    prop: `clusters[${key}]`,
    allowed: `a number from 0 to ${roomIn(plan) - 1} that no other cluster has`,
    fix: closest === undefined ? add : `${add}, or write ${JSON.stringify(closest)}`,
    rule: 'cidr-plan-cluster',
  };
}
