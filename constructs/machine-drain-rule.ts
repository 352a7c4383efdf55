import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { DrainBehavior, DrainRuleModel, PodSelector } from '../lib/cluster/model/drain-rule';
import { apiVersionOf } from './api-kinds';
import type { IClusterHost } from './cluster-host';
import { constructInput, isUnplaced } from './construct-input';
import { setLazyDefaultChild } from './default-child';
import { ManifestObject } from './manifest-object';

/** Props of a {@link MachineDrainRule}. */
export interface MachineDrainRuleProps {
  /**
   * What becomes of the pods when their machine is emptied.
   *
   * @see MachineDrainRule.spec.drain (cluster.x-k8s.io)
   */
  readonly behavior: DrainBehavior;
  /**
   * Pods that the rule is about, by any of these selectors.
   *
   * @default - all pods, which only `DrainBehavior.drain` may be said of
   * @see MachineDrainRule.spec.pods (cluster.x-k8s.io)
   */
  readonly pods?: readonly PodSelector[];
  /**
   * Names of the pools whose machines the rule is about.
   *
   * @default - all machines of the cluster, and of no other one
   * @see MachineDrainRule.spec.machines (cluster.x-k8s.io)
   */
  readonly pools?: readonly string[];
}

/**
 * How some pods leave the machines of a cluster before these go.
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
    const existing = this.node.tryFindChild('Resource');
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, 'Resource', this.cluster, {
      key: `drainRule/${this.node.id}`,
      kind: 'MachineDrainRule',
      apiVersion: apiVersionOf('MachineDrainRule', this.cluster),
      name: `${this.cluster.clusterName}-${this.node.id}`,
    });
  }

  /** Rule as plain data. */
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

/** Rules of a cluster on how pods leave machines, by name; absent where it has none. */
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
