import { isAddress, tryParseCidr } from '../../base/cidr';
import type { Fields } from '../../base/fields';
import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { mapsAt, valueAt } from '../../base/value-at';
import { type ObjectSubject, objectRule } from '../../cluster/rules/object-rule';
import { balancerField, balancerOf } from './infrastructure-object-rules';

const CONTROLLER = 'CAPO@v0.14.7:controllers/openstackcluster_controller.go';
const BALANCER = 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go';
const ADOPTED = ['network', 'subnets'] as const;
/** Fields for a network that the provider creates, in both API versions. */
const OF_MANAGED = [
  ['networkMTU'],
  ['disablePortSecurity'],
  ['managedNetwork', 'mtu'],
  ['managedNetwork', 'enablePortSecurity'],
] as const;

/** Rules on the network of an OpenStackCluster. */
export const NETWORK_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-network-choice',
    reason: 'A cluster that gets its own network ignores an existing one.',
    source: CONTROLLER,
    check(spec, refuse) {
      if (!isManaged(spec)) return;
      for (const field of ADOPTED) {
        const given = spec[field];
        if (!isGiven(given)) continue;
        refuse(`spec.${field}`, {
          given,
          allowed: 'none with managedSubnets',
          fix: leaveOut({
            or: 'write network: ClusterNetwork.fromName(…) for an existing network',
          }),
        });
      }
    },
  }),
  objectRule({
    id: 'object-network-adopted',
    reason: 'The provider changes nothing on a network that it did not create.',
    source: CONTROLLER,
    check(spec, refuse) {
      if (isManaged(spec) || !hasNetwork(spec)) return;
      for (const way of OF_MANAGED) {
        const given = valueAt(spec, ...way);
        if (given === undefined) continue;
        refuse(`spec.${way.join('.')}`, {
          given,
          allowed: 'none without managedSubnets',
          fix: leaveOut({ ends: ', and set it where the network is created' }),
        });
      }
    },
  }),
  objectRule({
    id: 'object-allowed-ranges',
    reason: 'The provider drops everything but IPv4 ranges, so the other clients cannot connect.',
    source: BALANCER,
    check(spec, refuse, subject) {
      const ranges = balancerOf(spec)?.allowedCIDRs;
      if (!Array.isArray(ranges)) return;
      ranges.forEach((given: unknown, index) => {
        if (typeof given !== 'string' || isIPv4(given)) return;
        refuse(`${balancerField(subject)}.allowedCIDRs[${index}]`, {
          given,
          allowed: 'an IPv4 range or address',
          fix: leaveOut(),
        });
      });
    },
  }),
];

/** Rule on the network that an OpenStackCluster needs but a template can leave out. */
export const WHOLE_NETWORK_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-network-missing',
    reason: 'Machines need a network: one that the provider creates, or an existing one.',
    source: CONTROLLER,
    check(spec, refuse) {
      if (isManaged(spec) || hasNetwork(spec)) return;
      refuse('spec.network', {
        given: spec.network,
        allowed: 'network, subnets or managedSubnets',
        fix: 'remove the patch that deletes it',
      });
    },
  }),
];

function isManaged(spec: Fields): boolean {
  return mapsAt(spec, 'managedSubnets').length > 0;
}

function hasNetwork(spec: Fields): boolean {
  return ADOPTED.some((field) => isGiven(spec[field]));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function isIPv4(text: string): boolean {
  return isAddress(text, 4) || tryParseCidr(text)?.family === 4;
}
