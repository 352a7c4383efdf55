import { rangesOverlap } from '../../base/bounds';
import { tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import {
  clusterRanges,
  freeRange,
  type NamedRange,
  rangePlace,
  unalignedRange,
  unreadableRange,
} from './ranges';

const WEBHOOK = 'CAPI@v1.14.0:core/webhooks/admission/cluster.go';
const KUBEADM =
  'kubernetes/kubernetes@master:cmd/kubeadm/app/apis/kubeadm/validation/validation.go';
const DUAL_STACK =
  'kubernetes/website@main:content/en/docs/concepts/services-networking/dual-stack.md';

/** Rules on the address ranges of a cluster. */
export const RANGE_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'range-readable',
    reason: 'Cluster API, or the provider of the network, rejects an invalid address range.',
    source: WEBHOOK,
    check(cluster, refuse) {
      for (const range of clusterRanges(cluster)) {
        if (range.cidr !== undefined) continue;
        const use = range.prop.startsWith('network.nodeCidr') ? 'subnet' : 'cluster';
        refuse(rangePlace(cluster, range), unreadableRange(range.text, use));
      }
    },
  },
  {
    id: 'range-aligned',
    reason:
      'A range with host bits set hides which addresses it covers, and clouds store its first address.',
    source: KUBEADM,
    check(cluster, refuse) {
      for (const range of clusterRanges(cluster)) {
        const { cidr } = range;
        if (cidr === undefined || cidr.aligned) continue;
        refuse(rangePlace(cluster, range), unalignedRange(cidr));
      }
    },
  },
  {
    id: 'range-missing',
    reason: 'Cluster API has no default ranges for pods and services.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_clusters.yaml',
    check({ path, podCidrs, serviceCidrs }, refuse) {
      if (podCidrs.length === 0) {
        refuse({ path, prop: 'network.podCidrs' }, noRange('192.168.0.0/16', serviceCidrs));
      }
      if (serviceCidrs.length === 0) {
        refuse({ path, prop: 'network.serviceCidrs' }, noRange('10.96.0.0/12', podCidrs));
      }
    },
  },
  {
    id: 'range-families',
    reason: 'Pods and services can have at most one range of each address family.',
    source: DUAL_STACK,
    check({ path, podCidrs, serviceCidrs }, refuse) {
      checkFamilies(path, 'network.podCidrs', podCidrs, refuse);
      checkFamilies(path, 'network.serviceCidrs', serviceCidrs, refuse);
    },
  },
  {
    id: 'first-family',
    reason:
      'The first ranges of pods and services set the primary address family, so they must agree.',
    source: DUAL_STACK,
    check({ path, podCidrs, serviceCidrs }, refuse) {
      const pods = tryParseCidr(podCidrs[0] ?? '');
      const services = tryParseCidr(serviceCidrs[0] ?? '');
      if (pods === undefined || services === undefined || pods.family === services.family) return;
      const same = serviceCidrs.find((text) => tryParseCidr(text)?.family === pods.family);
      const ordered = [same, ...serviceCidrs.filter((text) => text !== same)];
      refuse(
        { path, prop: 'network.serviceCidrs' },
        {
          given: serviceCidrs,
          allowed: `an IPv${pods.family} range first, as in network.podCidrs`,
          fix:
            same === undefined
              ? `add an IPv${pods.family} range before the others`
              : write(ordered),
        },
      );
    },
  },
  {
    id: 'range-overlap',
    reason: 'An address that pods, services and machines share leads to only one of them.',
    source: KUBEADM,
    check(cluster, refuse) {
      const ranges = clusterRanges(cluster);
      for (const range of ranges) {
        const { cidr } = range;
        const other = cidr && earlierOverlap(ranges, range);
        if (cidr === undefined || other === undefined) continue;
        const taken = ranges.flatMap((one) => one.cidr ?? []);
        const free = freeRange(cidr, taken);
        refuse(rangePlace(cluster, range), {
          given: range.text,
          allowed: `a range that does not overlap ${other.text} of ${other.prop}`,
          fix: free === undefined ? 'choose another range' : write(free),
        });
      }
    },
  },
];

/** Describes a missing range; the first ranges need the same family, and the default ranges are IPv4. */
function noRange(example: string, [other = '']: readonly string[]): Finding {
  const isSix = tryParseCidr(other)?.family === 6;
  return {
    given: [],
    allowed: 'one range, or one of each address family',
    fix: isSix
      ? 'write an IPv6 range first'
      : leaveOut({ ends: ` to use ${JSON.stringify(example)}` }),
  };
}

function checkFamilies(path: string, prop: string, texts: readonly string[], refuse: Refuse): void {
  if (texts.length < 2) return;
  const families = texts.map((text) => tryParseCidr(text)?.family);
  const kept = texts.filter((_, i) => families.indexOf(families[i]) === i);
  if (families.includes(undefined) || kept.length === texts.length) return;
  refuse(
    { path, prop },
    {
      given: texts,
      allowed: 'one range, or one of each address family',
      fix: write(kept, { or: 'one range that contains them' }),
    },
  );
}

/** Returns the first earlier range of another kind that overlaps a range. */
function earlierOverlap(ranges: readonly NamedRange[], range: NamedRange): NamedRange | undefined {
  for (const other of ranges) {
    if (other === range) return undefined;
    if (other.prop === range.prop || other.cidr === undefined) continue;
    if (range.cidr !== undefined && rangesOverlap(range.cidr, other.cidr)) return other;
  }
  return undefined;
}
