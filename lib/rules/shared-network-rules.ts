import { tryParseCidr } from '../model/cidr';
import { groupsOf } from './fleet-groups';
import type { ClusterSummary, FleetSummary } from './fleet-summary';
import { type OwnedRange, overlapping } from './range-sweep';
import type { Refuse, Rule } from './rule';

const NODE = 'network.nodeCidr';
const PODS = 'network.podCidrs';
const SERVICES = 'network.serviceCidrs';

/** Rules on the ranges of clusters that share a network or a router. */
export const SHARED_NETWORK_RULES: readonly Rule<FleetSummary>[] = [
  {
    id: 'shared-network-ranges',
    reason:
      'A node keeps packets to the ranges of its own pods and services to itself, so machines of a cluster beside it in such a range are out of its reach.',
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
      'Pods whose packets are on the network as they are need addresses that no other pods on it have.',
    source: 'kubernetes/website@main:content/en/docs/concepts/cluster-administration/networking.md',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => one.sharedNetwork)) {
        const routing = group.filter((one) => one.routesPods);
        if (routing.length < 2) continue;
        const ranges = routing.flatMap((one) => rangesOf(one, PODS, one.podCidrs));
        report(ranges, () => true, 'with unwrapped packets on the same network', refuse);
      }
    },
  },
  {
    id: 'shared-router-ranges',
    reason: 'Neutron attaches no subnet to a router that overlaps with one that is attached.',
    source: 'openstack/neutron@master:neutron/db/l3_db.py',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => one.sharedRouter)) {
        const ranges = group.flatMap((one) => rangesOf(one, NODE, nodeRange(one)));
        report(ranges, () => true, 'on the same router', refuse);
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
        allowed: `a range apart from ${other.text}, ${other.kind} of ${other.owner} ${where}`,
        fix: 'choose another range for one of the two clusters',
      },
    );
  }
}

function isNodeAgainstInner(a: string, b: string): boolean {
  return (a === NODE) !== (b === NODE);
}

function allRanges(cluster: ClusterSummary): OwnedRange[] {
  return [
    ...rangesOf(cluster, NODE, nodeRange(cluster)),
    ...rangesOf(cluster, PODS, cluster.podCidrs),
    ...rangesOf(cluster, SERVICES, cluster.serviceCidrs),
  ];
}

function nodeRange({ nodeCidr }: ClusterSummary): readonly string[] {
  return nodeCidr === undefined ? [] : [nodeCidr];
}

function rangesOf({ path }: ClusterSummary, kind: string, texts: readonly string[]): OwnedRange[] {
  return texts.flatMap((text) => {
    const cidr = tryParseCidr(text);
    return cidr === undefined ? [] : [{ owner: path, kind, text, cidr }];
  });
}
