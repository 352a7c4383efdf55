import { VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'infrastructure';
const ON = 'of OpenStackCluster demo';
const NEWER = VERSIONS.newest();
const LAN = { filter: { name: 'lan' } };
const ADOPTED = [['spec managedSubnets', undefined] as const, ['spec network', LAN] as const];
const BALANCER = 'spec apiServerLoadBalancer';
/** Fields of networks that the provider makes, with values and versions. */
const OF_MANAGED = [
  ['networkMTU', 1450, VERSIONS.usual()],
  ['disablePortSecurity', true, VERSIONS.usual()],
  ['managedNetwork.mtu', 1450, NEWER],
  ['managedNetwork.enablePortSecurity', false, NEWER],
] as const;

/** Examples of rules on the network of an OpenStackCluster. */
export const NETWORK_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-network-choice',
    key: KEY,
    broken: [
      ['spec network', LAN],
      ['spec subnets', [LAN]],
    ],
    sound: [
      ['spec managedSubnets', []],
      ['spec subnets', [LAN]],
    ],
    says: `mothership/demo: spec.network ${ON} is {"filter":{"name":"lan"}}
  allowed: none with managedSubnets
  fix: leave it out, or write network: ClusterNetwork.fromName(…) for an existing network
mothership/demo: spec.subnets ${ON} is [{"filter":{"name":"lan"}}]
  allowed: none with managedSubnets
  fix: leave it out, or write network: ClusterNetwork.fromName(…) for an existing network`,
  },
  ...OF_MANAGED.map(
    ([field, value, profile]): ObjectCase => ({
      rule: 'object-network-adopted',
      key: KEY,
      profile,
      broken: [...ADOPTED, [`spec ${field.replace('.', ' ')}`, value]],
      sound: [[`spec ${field.replace('.', ' ')}`, value]],
      says: `mothership/demo: spec.${field} ${ON} is ${value}
  allowed: none without managedSubnets
  fix: leave it out, and set it where the network is created`,
    }),
  ),
  {
    rule: 'object-network-missing',
    key: KEY,
    broken: [
      ['spec managedSubnets', undefined],
      ['spec networkMTU', 1450],
    ],
    sound: ADOPTED,
    says: `mothership/demo: spec.network ${ON} is missing
  allowed: network, subnets or managedSubnets
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-allowed-ranges',
    key: KEY,
    broken: [[`${BALANCER} allowedCIDRs`, ['192.0.2.0/24', '::/0']]],
    sound: [[`${BALANCER} allowedCIDRs`, ['192.0.2.0/24', '198.51.100.7']]],
    says: `mothership/demo: spec.apiServerLoadBalancer.allowedCIDRs[1] ${ON} is "::/0"
  allowed: an IPv4 range or address
  fix: leave it out`,
  },
  {
    rule: 'object-allowed-ranges',
    key: KEY,
    profile: NEWER,
    broken: [['spec apiServer managedLoadBalancer allowedCIDRs', ['2001:db8::7']]],
    sound: [['spec apiServer managedLoadBalancer allowedCIDRs', undefined]],
    says: `mothership/demo: spec.apiServer.managedLoadBalancer.allowedCIDRs[0] ${ON} is "2001:db8::7"
  allowed: an IPv4 range or address
  fix: leave it out`,
  },
];
