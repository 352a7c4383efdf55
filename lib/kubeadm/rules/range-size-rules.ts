import { type Cidr, tryParseCidr } from '../../base/cidr';
import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { KubeadmCluster } from '../model/cluster';

const NODE_MASK = { 4: 24, 6: 64 } as const;
const MOST_MASK_DIFFERENCE = 16;
const SERVICE_PREFIXES = { 4: [12, 28], 6: [108, 124] } as const;
const KUBEADM =
  'kubernetes/kubernetes@master:cmd/kubeadm/app/apis/kubeadm/validation/validation.go';

/** Rules on the sizes of a cluster's ranges. */
export const RANGE_SIZE_RULES: readonly Rule<KubeadmCluster>[] = [
  {
    id: 'pod-range-size',
    reason:
      'Each node gets a subnet of the range, and kubeadm rejects a range smaller than one subnet or larger than 65,536 of them.',
    source: KUBEADM,
    check({ path, podCidrs, controlPlane }, refuse) {
      if (controlPlane.controllerManagerExtraArgs['allocate-node-cidrs'] === 'false') return;
      for (const text of podCidrs) {
        const cidr = tryParseCidr(text);
        if (cidr === undefined) continue;
        const mask = nodeMask(cidr, controlPlane.controllerManagerExtraArgs);
        const least = mask - MOST_MASK_DIFFERENCE;
        if (cidr.prefix <= mask && cidr.prefix >= least) continue;
        refuse({ path, prop: 'network.podCidrs' }, sizeFinding(cidr, Math.max(0, least), mask));
      }
    },
  },
  {
    id: 'service-range-size',
    reason: 'kubeadm rejects a Service range with more than 20 or fewer than 4 host bits.',
    source: KUBEADM,
    check({ path, serviceCidrs }, refuse) {
      for (const text of serviceCidrs) {
        const cidr = tryParseCidr(text);
        if (cidr === undefined) continue;
        const [least, most] = SERVICE_PREFIXES[cidr.family];
        if (cidr.prefix >= least && cidr.prefix <= most) continue;
        refuse({ path, prop: 'network.serviceCidrs' }, sizeFinding(cidr, least, most));
      }
    },
  },
];

/** Returns the range with another prefix length that begins at the same address, or contains it. */
function alignedRange({ network }: Cidr, prefix: number): string {
  const cidr = tryParseCidr(`${network}/${prefix}`);
  return `${cidr?.network ?? network}/${prefix}`;
}

function sizeFinding(cidr: Cidr, least: number, most: number) {
  const prefix = cidr.prefix < least ? least : most;
  return {
    given: cidr.text,
    allowed: `a prefix length from /${least} to /${most}`,
    fix: write(alignedRange(cidr, prefix)),
  };
}

function nodeMask(cidr: Cidr, args: Readonly<Record<string, string>>): number {
  const both = args['node-cidr-mask-size'];
  const mask = Number(
    args[`node-cidr-mask-size-ipv${cidr.family}`] ?? both ?? NODE_MASK[cidr.family],
  );
  return Number.isInteger(mask) ? mask : NODE_MASK[cidr.family];
}
