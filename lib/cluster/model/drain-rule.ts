/** Condition on one label. */
export interface LabelExpression {
  /** Key of the label. */
  readonly key: string;
  /** What must hold of the label. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /**
   * Values for `In` and `NotIn`.
   *
   * @default - no values, for the other operators
   */
  readonly values?: readonly string[];
}

/** Conditions on labels, all of which must hold. */
export interface LabelSelector {
  /**
   * Labels with their values.
   *
   * @default - no such labels
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Other conditions.
   *
   * @default - no other conditions
   */
  readonly matchExpressions?: readonly LabelExpression[];
}

/** Pods by their labels and those of their namespaces, both of which must hold. */
export interface PodSelector {
  /**
   * Conditions on the labels of pods.
   *
   * @default - all pods
   * @see MachineDrainRule.spec.pods.selector (cluster.x-k8s.io)
   */
  readonly selector?: LabelSelector;
  /**
   * Conditions on the labels of namespaces, of which `kubernetes.io/metadata.name` is the name.
   *
   * @default - all namespaces
   * @see MachineDrainRule.spec.pods.namespaceSelector (cluster.x-k8s.io)
   */
  readonly namespaceSelector?: LabelSelector;
}

/** What becomes of pods when their machine is emptied, as plain data. */
export type DrainBehaviorModel =
  | { readonly kind: 'drain'; readonly order?: number }
  | { readonly kind: 'skip' }
  | { readonly kind: 'waitCompleted' };

/** What becomes of pods when their machine is emptied. */
export class DrainBehavior {
  /**
   * Pods are evicted.
   *
   * @param order Place among the groups of pods, which are evicted one after another from the lowest on; 0 for others.
   */
  static drain(order?: number): DrainBehavior {
    return new DrainBehavior({ kind: 'drain', ...(order === undefined ? {} : { order }) });
  }

  /** Pods stay, and end with their machine. */
  static skip(): DrainBehavior {
    return new DrainBehavior({ kind: 'skip' });
  }

  /** Pods are never evicted; the machine waits until they are done. */
  static waitCompleted(): DrainBehavior {
    return new DrainBehavior({ kind: 'waitCompleted' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: DrainBehaviorModel,
  ) {}
}

/** How some pods leave machines of a cluster, as plain data. */
export interface DrainRuleModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name that the user gave it. */
  readonly name: string;
  /** What becomes of the pods. */
  readonly behavior: DrainBehaviorModel;
  /** Pods that it is about; absent for all. */
  readonly pods?: readonly PodSelector[];
  /** Names of the pools whose machines it is about; absent for all machines of the cluster. */
  readonly pools?: readonly string[];
}
