import { type FieldPatch, VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'pool/workers/machineTemplate';
const AT = 'spec template spec';
const ON = 'of OpenStackMachineTemplate demo-workers';
const ON_CLUSTER = 'of OpenStackCluster demo';
const NEWER = VERSIONS.newest();
const VERSION = 'in infrastructure.cluster.x-k8s.io/v1beta2';
const IMAGE = { filter: { name: 'ubuntu' } };
const INVERTED = 'with the inverted value';
/** Lookups that are none. */
const NO_LOOKUPS = [
  ['flavor', 'abc', 'id, filter', 'write { filter: { name: "abc" } }'],
  ['flavor', { id: 'a', filter: {} }, 'id, filter', 'write { filter: { name: "…" } }'],
  ['image', {}, 'id, filter, imageRef', 'write { filter: { name: "…" } }'],
  ['image', { name: 'a' }, 'id, filter, imageRef', 'write { filter: { name: "…" } }'],
] as const;
/** Fields of older versions, and what stands in their place. */
const RENAMED: readonly (readonly [string, FieldPatch, string, string])[] = [
  [
    'infrastructure',
    ['spec apiServerPort', 6443],
    `spec.apiServerPort ${ON_CLUSTER} is 6443`,
    'apiServer.port',
  ],
  [
    'infrastructure',
    ['spec disableExternalNetwork', false],
    `spec.disableExternalNetwork ${ON_CLUSTER} is false`,
    `enableExternalNetwork, ${INVERTED}`,
  ],
  [
    'infrastructure',
    ['spec managedSecurityGroups allNodesSecurityGroupRules', []],
    `spec.managedSecurityGroups.allNodesSecurityGroupRules ${ON_CLUSTER} is []`,
    'clusterNodesSecurityGroupRules',
  ],
  [
    'infrastructure',
    ['spec bastion spec', { flavorID: 'a' }],
    `spec.bastion.spec.flavorID ${ON_CLUSTER} is "a"`,
    'flavor.id',
  ],
  [
    KEY,
    [`${AT} ports`, [{}, { disablePortSecurity: true }]],
    `spec.template.spec.ports[1].disablePortSecurity ${ON} is true`,
    `enablePortSecurity, ${INVERTED}`,
  ],
];

/** Examples of rules on flavors and images, and on names of fields. */
export const MACHINE_LOOKUP_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-flavor-twice',
    key: KEY,
    broken: [[`${AT} flavorID`, 'a']],
    sound: [
      [`${AT} flavorID`, 'a'],
      [`${AT} flavor`, undefined],
    ],
    says: `mothership/demo: spec.template.spec.flavor ${ON} is "m1.k8s-worker"
  allowed: flavor, or flavorID ("a")
  fix: leave one of the two out`,
  },
  {
    rule: 'object-flavor-twice',
    key: 'infrastructure',
    broken: [['spec bastion spec', { image: IMAGE, flavor: 'a', flavorID: 'b' }]],
    sound: [['spec bastion spec', { image: IMAGE, flavor: 'a' }]],
    says: `mothership/demo: spec.bastion.spec.flavor ${ON_CLUSTER} is "a"
  allowed: flavor, or flavorID ("b")
  fix: leave one of the two out`,
  },
  ...NO_LOOKUPS.map(
    ([field, value, known, fix]): ObjectCase => ({
      rule: 'object-machine-lookup',
      key: KEY,
      profile: NEWER,
      broken: [[`${AT} ${field}`, value]],
      sound: [[`${AT} ${field}`, { id: 'a' }]],
      says: `mothership/demo: spec.template.spec.${field} ${ON} is ${JSON.stringify(value)}
  allowed: one of ${known}
  fix: ${fix}`,
    }),
  ),
  ...RENAMED.map(
    ([key, patch, is, better]): ObjectCase => ({
      rule: 'object-renamed-field',
      key,
      profile: NEWER,
      broken: [patch],
      sound: [],
      says: `mothership/demo: ${is}
  allowed: ${better}, ${VERSION}
  fix: write it under the new name`,
    }),
  ),
];
