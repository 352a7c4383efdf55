import { tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { leaveOut } from '../../base/fix';

/** Returns whether a text is an IPv4 range. */
export function isIpv4Range(cidr: string): boolean {
  return tryParseCidr(cidr)?.family === 4;
}

/** Returns a finding for each range that is not IPv4. */
export function ipv4Findings(cidrs: readonly string[] = []): readonly Finding[] {
  return cidrs
    .filter((cidr) => !isIpv4Range(cidr))
    .map((given) => ({ given, allowed: 'IPv4 ranges and addresses', fix: leaveOut() }));
}
