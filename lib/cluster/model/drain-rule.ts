/** Condition on one label. */
export interface LabelExpression {
  /** Key of the label. */
  readonly key: string;
  /** Operator that the label must satisfy. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /**
   * Values for `In` and `NotIn`.
   *
   * @default - no values, for the other operators
   */
  readonly values?: readonly string[];
}

/** Conditions on labels, all of which must match. */
export interface LabelSelector {
  /**
   * Labels with their required values.
   *
   * @default - no required labels
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Other conditions.
   *
   * @default - no other conditions
   */
  readonly matchExpressions?: readonly LabelExpression[];
}

/** Pods selected by their labels and the labels of their namespaces, both of which must match. */
export interface PodSelector {
  /**
   * Conditions on the labels of pods.
   *
   * @default - all pods
   * @see MachineDrainRule.spec.pods.selector (cluster.x-k8s.io)
   */
  readonly selector?: LabelSelector;
  /**
   * Conditions on the labels of namespaces; `kubernetes.io/metadata.name` is the name of the namespace.
   *
   * @default - all namespaces
   * @see MachineDrainRule.spec.pods.namespaceSelector (cluster.x-k8s.io)
   */
  readonly namespaceSelector?: LabelSelector;
}

/** What happens to pods when their machine is drained, as plain data. */
export type DrainBehaviorModel =
  | { readonly kind: 'drain'; readonly order?: number }
  | { readonly kind: 'skip' }
  | { readonly kind: 'waitCompleted' };

/** What happens to pods when their machine is drained. */
export class DrainBehavior {
  /**
   * Evicts the pods.
   *
   * @param order Order of the group. Groups are evicted one after another, lowest order first; other pods have 0.
   */
  static drain(order?: number): DrainBehavior {
    return new DrainBehavior({ kind: 'drain', ...(order === undefined ? {} : { order }) });
  }

  /** Leaves the pods on the machine, where they end with it. */
  static skip(): DrainBehavior {
    return new DrainBehavior({ kind: 'skip' });
  }

  /** Never evicts the pods; the machine waits until they have completed. */
  static waitCompleted(): DrainBehavior {
    return new DrainBehavior({ kind: 'waitCompleted' });
  }

  private constructor(
    /** Model data of the behavior. */
    readonly model: DrainBehaviorModel,
  ) {}
}

/** Drain rule for some pods of a cluster, as plain data. */
export interface DrainRuleModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name given by the user. */
  readonly name: string;
  /** What happens to the pods. */
  readonly behavior: DrainBehaviorModel;
  /** Pods that the rule applies to; absent for all. */
  readonly pods?: readonly PodSelector[];
  /** Names of the pools whose machines the rule applies to; absent for all machines of the cluster. */
  readonly pools?: readonly string[];
}
