import { tryParseCidr } from '../../base/cidr';
import type { Refuse, Rule } from '../../base/rule';
import { groupsOf } from '../../cluster/rules/fleet-groups';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { type OwnedRange, overlapping } from '../../cluster/rules/range-sweep';
import type { CloudSummary } from './cloud-summary';

const NODE = 'network.nodeCidr';
const NODE_IPV6 = 'network.nodeCidrIPv6';
const PODS = 'network.podCidrs';
const SERVICES = 'network.serviceCidrs';

/** Rules on the ranges of clusters that share a network or a router. */
export const SHARED_NETWORK_RULES: readonly Rule<FleetSummary<CloudSummary>>[] = [
  {
    id: 'shared-network-ranges',
    reason:
      'A node keeps packets to its own pod and service ranges local, so it cannot reach machines of another cluster in such a range.',
    source: 'kubernetes/website@main:content/en/docs/concepts/cluster-administration/networking.md',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => one.sharedNetwork)) {
        report(group.flatMap(allRanges), isNodeAgainstInner, 'on the same network', refuse);
      }
    },
  },
  {
    id: 'shared-network-pods',
    reason:
      'Pods whose traffic is not encapsulated need addresses that no other pods on the network have.',
    source: 'kubernetes/website@main:content/en/docs/concepts/cluster-administration/networking.md',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => one.sharedNetwork)) {
        const routing = group.filter((one) => one.routesPods);
        if (routing.length < 2) continue;
        const ranges = routing.flatMap((one) => rangesOf(one, PODS, one.podCidrs));
        report(ranges, () => true, 'without encapsulation on the same network', refuse);
      }
    },
  },
  {
    id: 'shared-router-ranges',
    reason: 'Neutron does not attach a subnet to a router if it overlaps with an attached subnet.',
    source: 'openstack/neutron@master:neutron/db/l3_db.py',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => one.sharedRouter)) {
        report(onePerNetwork(group).flatMap(nodeRanges), () => true, 'on the same router', refuse);
      }
    },
  },
];

function report(
  ranges: readonly OwnedRange[],
  matters: (a: string, b: string) => boolean,
  where: string,
  refuse: Refuse,
): void {
  for (const { range, other } of overlapping(ranges, matters)) {
    refuse(
      { path: range.owner, prop: range.kind },
      {
        given: range.text,
        allowed: `a range that does not overlap ${other.text}, ${other.kind} of ${other.owner} ${where}`,
        fix: 'choose another range for one of the two clusters',
      },
    );
  }
}

function isNodeAgainstInner(a: string, b: string): boolean {
  return isNode(a) !== isNode(b);
}

/** Keeps one cluster of each shared network, which is attached to the router only once. */
function onePerNetwork(clusters: readonly CloudSummary[]): readonly CloudSummary[] {
  const seen = new Set<string>();
  return clusters.filter(({ sharedNetwork }) => {
    if (sharedNetwork === undefined) return true;
    const isFirst = !seen.has(sharedNetwork);
    seen.add(sharedNetwork);
    return isFirst;
  });
}

function isNode(kind: string): boolean {
  return kind === NODE || kind === NODE_IPV6;
}

function allRanges(cluster: CloudSummary): OwnedRange[] {
  return [
    ...nodeRanges(cluster),
    ...rangesOf(cluster, PODS, cluster.podCidrs),
    ...rangesOf(cluster, SERVICES, cluster.serviceCidrs),
  ];
}

function nodeRanges(cluster: CloudSummary): OwnedRange[] {
  const { nodeCidr, nodeCidrIPv6 } = cluster;
  return [
    ...rangesOf(cluster, NODE, nodeCidr === undefined ? [] : [nodeCidr]),
    ...rangesOf(cluster, NODE_IPV6, nodeCidrIPv6 === undefined ? [] : [nodeCidrIPv6]),
  ];
}

function rangesOf({ path }: CloudSummary, kind: string, texts: readonly string[]): OwnedRange[] {
  return texts.flatMap((text) => {
    const cidr = tryParseCidr(text);
    return cidr === undefined ? [] : [{ owner: path, kind, text, cidr }];
  });
}
