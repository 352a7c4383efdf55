import { leaveOut, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import type { ClusterModel } from '../model/cluster';
import type { VirtualIpModel } from '../model/endpoint';
import { tryParseImage } from '../model/image-reference';
import { KUBE_VIP_LEASE_DEFAULTS } from '../model/kube-vip';

const KUBE_VIP = 'kube-vip/kube-vip@v0.8.9:pkg/kubevip/config_envvar.go';
const ELECTION = 'kubernetes/client-go@master:tools/leaderelection/leaderelection.go';
const LINKS = 'torvalds/linux@master:include/uapi/linux/if.h';

/** client-go requires a deadline of more than 1.2 retry periods. */
const JITTER = 1.2;

const INTERFACE = /^[^\s/:]{1,15}$/;
const LEASE = Object.keys(
  KUBE_VIP_LEASE_DEFAULTS,
) as readonly (keyof typeof KUBE_VIP_LEASE_DEFAULTS)[];

/** Rules on virtual IP endpoints, which kube-vip holds. */
export const VIRTUAL_IP_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'virtual-ip-image',
    reason:
      'Machines pull the image at different times, and without a tag or digest not always the same one.',
    source: 'kubernetes/website@main:content/en/docs/concepts/containers/images.md',
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'virtualIp') return;
      const { tag, digest } = tryParseImage(endpoint.image) ?? {};
      if ((tag ?? digest) !== undefined) return;
      refuse(
        { path, prop: 'endpoint.image' },
        {
          given: endpoint.image,
          allowed: 'an image with a tag or digest',
          fix: suchAs('registry.example.org/kube-vip:v0.8.9', '', { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'virtual-ip-interface',
    reason: 'Names of network interfaces can have at most 15 bytes.',
    source: LINKS,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'virtualIp' || endpoint.interface === undefined) return;
      if (INTERFACE.test(endpoint.interface)) return;
      refuse(
        { path, prop: 'endpoint.interface' },
        {
          given: endpoint.interface,
          allowed: 'a name of 1 to 15 characters without spaces, colons and slashes',
          fix: suchAs('ens3', '', { or: 'leave it out to use that of the default route' }),
        },
      );
    },
  },
  {
    id: 'virtual-ip-arp-interval',
    reason: 'kube-vip reads only whole milliseconds.',
    source: KUBE_VIP,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'virtualIp' || endpoint.arpIntervalMilliseconds === undefined) return;
      if (isWholeNumber(endpoint.arpIntervalMilliseconds, 1)) return;
      refuse(
        { path, prop: 'endpoint.arpIntervalMilliseconds' },
        {
          given: endpoint.arpIntervalMilliseconds,
          allowed: integerWords(endpoint.arpIntervalMilliseconds, 1),
          fix: leaveOut({ ends: ' to use 3000' }),
        },
      );
    },
  },
  {
    id: 'virtual-ip-lease',
    reason:
      'The holder must be able to renew its lease before it expires, or two machines hold the address.',
    source: ELECTION,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'virtualIp' || endpoint.lease === undefined) return;
      const lease = { ...KUBE_VIP_LEASE_DEFAULTS, ...endpoint.lease };
      if (isOrdered(endpoint)) return;
      refuse(
        { path, prop: 'endpoint.lease' },
        {
          given: lease,
          allowed: `integers of 1 or more; durationSeconds above renewDeadlineSeconds, and that above ${JITTER} times retryPeriodSeconds`,
          fix: write(KUBE_VIP_LEASE_DEFAULTS, { or: 'leave it out' }),
        },
      );
    },
  },
];

function isOrdered({ lease }: VirtualIpModel): boolean {
  const whole = { ...KUBE_VIP_LEASE_DEFAULTS, ...lease };
  if (!LEASE.every((key) => isWholeNumber(whole[key], 1))) return false;
  if (whole.durationSeconds <= whole.renewDeadlineSeconds) return false;
  return whole.renewDeadlineSeconds > whole.retryPeriodSeconds * JITTER;
}
