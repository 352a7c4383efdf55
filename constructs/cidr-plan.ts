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
   * Numbers by the names of the clusters that have them, each the place of the cluster's ranges in every pool.
   *
   * A number is never changed while its cluster is there. That of a cluster that has gone may be given away.
   */
  readonly clusters: Readonly<Record<string, number>>;
  /** Addresses for machines. */
  readonly nodes: CidrPool;
  /**
   * Addresses for second subnets of machines.
   *
   * @default - machines have one address
   */
  readonly nodesIPv6?: CidrPool;
  /**
   * Addresses for pods.
   *
   * @default - every cluster has the same, which are not routed outside
   */
  readonly pods?: CidrPool;
  /**
   * Second addresses for pods.
   *
   * @default - pods have one address
   */
  readonly podsIPv6?: CidrPool;
  /**
   * Addresses for services.
   *
   * @default - every cluster has the same, which are not routed outside
   */
  readonly services?: CidrPool;
  /**
   * Second addresses for services.
   *
   * @default - services have one address
   */
  readonly servicesIPv6?: CidrPool;
  /**
   * Ranges of clusters that had theirs before there was a plan, by their names.
   *
   * No number stands for them, wherever they are, nor for the ranges that pods and services of these clusters have by
   * default where theirs are left out. Pods or services of two such clusters may have the same range.
   *
   * @default - every cluster has a number
   */
  readonly pinned?: Readonly<Record<string, PlannedRanges>>;
  /**
   * Ranges that are never handed out, such as those of an office or of the management cluster.
   *
   * @default - whatever is in the pools is handed out
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
 * Address ranges of clusters, none of which overlap.
 *
 * A cluster's ranges depend on the pools and on its own number alone. Other clusters come and go, in any order, and it
 * keeps them; they change in a diff of the number and nowhere else. A name without a number is an error that says which
 * line to add, and so is a number that two clusters have or that leads to what is reserved or pinned.
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

  /** Names of the clusters of the plan, those with pinned ranges last. */
  get clusters(): readonly string[] {
    return [...Object.keys(this.model.numbers), ...Object.keys(this.model.pinned)];
  }

  /**
   * Ranges of a cluster, to be handed to its `ClusterNetwork`.
   *
   * A cluster that the plan does not have is a mistake, which is told with all others.
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

/** Stands for ranges that there are none of; whatever takes them reports why. */
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

/** Says what to type for a cluster that a sound plan does not know. */
function notPlanned(plan: CidrPlanModel, name: string): Issue {
  const key = JSON.stringify(name);
  const closest = closestWord(name, [...Object.keys(plan.numbers), ...Object.keys(plan.pinned)]);
  const free = new PlanRoom(plan).freeNumber();
  const add =
    free === undefined
      ? `add a range at the end of the pool that is too small, and a number for ${key} to clusters`
      : `add ${key}: ${free} to clusters`;
  return {
    path: plan.path,
    prop: `clusters[${key}]`,
    allowed: `a number from 0 to ${roomIn(plan) - 1} that no other cluster has`,
    fix: closest === undefined ? add : `${add}, or write ${JSON.stringify(closest)}`,
    rule: 'cidr-plan-cluster',
  };
}
