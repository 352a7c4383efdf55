import { tryParseCidr } from '../../base/cidr';
import type { NetworkModel } from './network';

/** Set of address families. */
export type Families = ReadonlySet<4 | 6>;

/** Returns the known address ranges of the machines, at most one per family. */
export function nodeRanges(network: NetworkModel): readonly string[] {
  const second = network.kind === 'managed' ? undefined : network.nodeCidrIPv6;
  return [network.nodeCidr, second].flatMap((text) => text ?? []);
}

/** Tells whether the first range, which sets the primary address family of a cluster, is IPv6. */
export function isMainlyIPv6([first = '']: readonly string[]): boolean {
  return tryParseCidr(first)?.family === 6;
}
