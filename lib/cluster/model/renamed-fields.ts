/** Way of a field in two versions of a kind. */
export interface MovedField {
  /** Name in the older version. */
  readonly older: string;
  /** Way to it in the newer version. */
  readonly newer: readonly string[];
  /** Whether the newer one says the opposite. */
  readonly inverted?: boolean;
}

/** Field that two versions of the OpenStack provider's kinds have under different names, or at different places. */
export interface RenamedField extends MovedField {
  /** What has the field. */
  readonly of: 'cluster' | 'securityGroups' | 'machine' | 'port';
}

/** Fields of the OpenStack provider's kinds, in infrastructure v1beta1 and v1beta2. */
export const RENAMED_FIELDS: readonly RenamedField[] = [
  { of: 'cluster', older: 'apiServerLoadBalancer', newer: ['apiServer', 'managedLoadBalancer'] },
  { of: 'cluster', older: 'apiServerFloatingIP', newer: ['apiServer', 'floatingIP'] },
  { of: 'cluster', older: 'apiServerFixedIP', newer: ['apiServer', 'fixedIP'] },
  { of: 'cluster', older: 'apiServerPort', newer: ['apiServer', 'port'] },
  {
    of: 'cluster',
    older: 'disableAPIServerFloatingIP',
    newer: ['apiServer', 'enableFloatingIP'],
    inverted: true,
  },
  {
    of: 'cluster',
    older: 'disableExternalNetwork',
    newer: ['enableExternalNetwork'],
    inverted: true,
  },
  { of: 'cluster', older: 'networkMTU', newer: ['managedNetwork', 'mtu'] },
  {
    of: 'cluster',
    older: 'disablePortSecurity',
    newer: ['managedNetwork', 'enablePortSecurity'],
    inverted: true,
  },
  { of: 'port', older: 'disablePortSecurity', newer: ['enablePortSecurity'], inverted: true },
  { of: 'cluster', older: 'externalRouterIPs', newer: ['managedRouter', 'externalIPs'] },
  {
    of: 'securityGroups',
    older: 'allNodesSecurityGroupRules',
    newer: ['clusterNodesSecurityGroupRules'],
  },
  { of: 'machine', older: 'flavorID', newer: ['flavor', 'id'] },
];

/** Fields of Cluster API's own kinds, in v1beta1 and v1beta2; times are whole seconds in the newer one. */
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
