import type { MovedField } from '../../schema/moved-fields';

/** Field whose name or place differs between two API versions of the OpenStack provider. */
export interface RenamedField extends MovedField {
  /** Kind of object that has the field. */
  readonly of: 'cluster' | 'securityGroups' | 'machine' | 'port';
}

/** Renamed fields of the OpenStack provider, in infrastructure v1beta1 and v1beta2. */
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
