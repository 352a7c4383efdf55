import { tryParseCidr } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';
import { machineFamilies } from '../model/machine-families';
import type { OpenStackNetwork } from '../model/network';

const DUAL_STACK =
  'kubernetes/website@main:content/en/docs/concepts/services-networking/dual-stack.md';

/** Rules on the address families of machines, pods and services. */
export const FAMILY_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'pod-families',
    reason: 'Pods and services can only use address families that their nodes have.',
    source: DUAL_STACK,
    check({ path, network, podCidrs, serviceCidrs }, refuse) {
      const families = machineFamilies(network);
      if (families === undefined) return;
      const lists = { 'network.podCidrs': podCidrs, 'network.serviceCidrs': serviceCidrs };
      for (const [prop, texts] of Object.entries(lists)) {
        const kept = texts.filter((text) => {
          const family = tryParseCidr(text)?.family;
          return family === undefined || families.has(family);
        });
        if (kept.length === texts.length) continue;
        const names = [...families].map((family) => `IPv${family}`).join(' and ');
        refuse(
          { path, prop },
          {
            given: texts,
            allowed: `ranges of ${names}, like the addresses of the machines`,
            fix:
              kept.length === 0
                ? otherNetwork(network)
                : write(kept, { or: `${otherNetwork(network)}` }),
          },
        );
      }
    },
  },
  {
    id: 'second-node-range-family',
    reason: 'The second range of a network must be of the other address family.',
    source: DUAL_STACK,
    check({ path, network }, refuse) {
      if (network.kind !== 'adopted' || network.nodeCidrIPv6 === undefined) return;
      const { nodeCidr, nodeCidrIPv6 } = network;
      const place = { path, prop: 'network.nodeCidrIPv6' };
      if (tryParseCidr(nodeCidrIPv6)?.family === 4) {
        refuse(place, {
          given: nodeCidrIPv6,
          allowed: 'an IPv6 range',
          fix: 'write it as nodeCidr, and the IPv6 range here',
        });
      } else if (tryParseCidr(nodeCidr ?? '')?.family === 6) {
        refuse(place, {
          given: nodeCidrIPv6,
          allowed: 'an IPv6 range with an IPv4 range in nodeCidr',
          fix: leaveOut({ or: 'write the IPv4 range as nodeCidr' }),
        });
      }
    },
  },
];

function otherNetwork(network: OpenStackNetwork): string {
  if (network.kind === 'provisioned') return 'set nodeCidrIPv6 on the network';
  if (network.kind === 'managed') {
    return 'use ClusterNetwork.provisioned({ … }) with nodeCidrIPv6, or adopt a network';
  }
  return 'list subnets of both families in network.subnets';
}
