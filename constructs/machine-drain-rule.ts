import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { DrainBehavior, DrainRuleModel, PodSelector } from '../lib/cluster/model/drain-rule';
import { apiVersionOf } from './api-kinds';
import type { IClusterHost } from './cluster-host';
import { clusterObject } from './cluster-objects';
import { constructInput, isUnplaced } from './construct-input';
import { setLazyDefaultChild } from './default-child';

/** Props of a {@link MachineDrainRule}. */
export interface MachineDrainRuleProps {
  /**
   * Treatment of the pods when their machine is drained.
   *
   * @see MachineDrainRule.spec.drain (cluster.x-k8s.io)
   */
  readonly behavior: DrainBehavior;
  /**
   * Pods that the rule applies to; one matching selector is enough.
   *
   * @default - all pods, which only `DrainBehavior.drain` supports
   * @see MachineDrainRule.spec.pods (cluster.x-k8s.io)
   */
  readonly pods?: readonly PodSelector[];
  /**
   * Names of the pools whose machines the rule applies to.
   *
   * @default - all machines of the cluster, and no others
   * @see MachineDrainRule.spec.machines (cluster.x-k8s.io)
   */
  readonly pools?: readonly string[];
}

/**
 * How certain pods leave the machines of a cluster before these are deleted.
 *
 * ```ts
 * cluster.addDrainRule('jobs', {
 *   behavior: DrainBehavior.waitCompleted(),
 *   pods: [{ selector: { matchLabels: { 'example.org/kind': 'render-job' } } }],
 *   pools: ['render'],
 * });
 * ```
 */
export class MachineDrainRule extends Construct {
  private readonly cluster: IClusterHost;
  private readonly props: MachineDrainRuleProps;

  constructor(cluster: IClusterHost, id: string, props: MachineDrainRuleProps) {
    const input = constructInput('MachineDrainRule', { scope: cluster, id, props });
    super(input.parent, input.id);
    this.cluster = input.scope;
    this.props = input.props;
    setLazyDefaultChild(this, () => this.machineDrainRule);
  }

  /** MachineDrainRule object. */
  get machineDrainRule(): ApiObject {
    const manifest = {
      key: `drainRule/${this.node.id}`,
      kind: 'MachineDrainRule',
      apiVersion: apiVersionOf('MachineDrainRule', this.cluster),
      name: `${this.cluster.clusterName}-${this.node.id}`,
    };
    return clusterObject(this.cluster, manifest, this);
  }

  /** Returns the rule as plain data. */
  model(): DrainRuleModel {
    const { behavior, pods, pools } = this.props;
    return {
      path: `${this.cluster.clusterPath}/${this.node.id}`,
      name: this.node.id,
      behavior: behavior.model,
      ...(pods === undefined ? {} : { pods }),
      ...(pools === undefined ? {} : { pools }),
    };
  }
}

/** Returns the drain rules of a cluster by name; absent if it has none. */
export function drainRulesOf(cluster: Construct): {
  readonly drainRules?: readonly DrainRuleModel[];
} {
  const rules = cluster.node.children
    .filter((child) => child instanceof MachineDrainRule)
    .filter((rule) => !isUnplaced(rule));
  const models = rules.map((rule) => rule.model());
  return models.length === 0
    ? {}
    : { drainRules: models.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
