import { tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { leaveOut } from '../../base/fix';

/** Tells whether a text is a range of IPv4. */
export function isIpv4Range(cidr: string): boolean {
  return tryParseCidr(cidr)?.family === 4;
}

/** Says of each range that is none of IPv4 what is wrong with it. */
export function ipv4Findings(cidrs: readonly string[] = []): readonly Finding[] {
  return cidrs
    .filter((cidr) => !isIpv4Range(cidr))
    .map((given) => ({ given, allowed: 'IPv4 ranges and addresses', fix: leaveOut() }));
}
