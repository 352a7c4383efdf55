/** Path of a field in two versions of a kind. */
export interface MovedField {
  /** Name in the older version. */
  readonly older: string;
  /** Path in the newer version. */
  readonly newer: readonly string[];
  /** Whether the newer field has the opposite meaning. */
  readonly inverted?: boolean;
}

/** Fields of Cluster API core kinds in v1beta1 and v1beta2; durations are whole seconds in the newer version. */
export const MOVED_CORE_FIELDS: readonly MovedField[] = [
  { older: 'rolloutAfter', newer: ['rollout', 'after'] },
  { older: 'rolloutBefore', newer: ['rollout', 'before'] },
  { older: 'rolloutStrategy', newer: ['rollout', 'strategy'] },
  { older: 'strategy', newer: ['rollout', 'strategy'] },
  { older: 'minReadySeconds', newer: ['template', 'spec', 'minReadySeconds'] },
  { older: 'machineNamingStrategy', newer: ['machineNaming'] },
  { older: 'remediationStrategy', newer: ['remediation'] },
  { older: 'infrastructureRef', newer: ['spec', 'infrastructureRef'] },
  ...['nodeDrainTimeout', 'nodeVolumeDetachTimeout', 'nodeDeletionTimeout'].flatMap((older) => [
    { older, newer: ['deletion', `${older}Seconds`] },
    { older, newer: ['spec', 'deletion', `${older}Seconds`] },
  ]),
  { older: 'nodeStartupTimeout', newer: ['checks', 'nodeStartupTimeoutSeconds'] },
  { older: 'unhealthyConditions', newer: ['checks', 'unhealthyNodeConditions'] },
  { older: 'maxUnhealthy', newer: ['remediation', 'triggerIf', 'unhealthyLessThanOrEqualTo'] },
  { older: 'unhealthyRange', newer: ['remediation', 'triggerIf', 'unhealthyInRange'] },
  { older: 'remediationTemplate', newer: ['remediation', 'templateRef'] },
  { older: 'ttl', newer: ['ttlSeconds'] },
];
