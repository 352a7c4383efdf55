import { tryParseCidr } from '../../base/cidr';
import type { NetworkModel } from './network';

/** Address families. */
export type Families = ReadonlySet<4 | 6>;

/** Ranges of the machines, as far as they are known: at most one of each family. */
export function nodeRanges(network: NetworkModel): readonly string[] {
  const second = network.kind === 'managed' ? undefined : network.nodeCidrIPv6;
  return [network.nodeCidr, second].flatMap((text) => text ?? []);
}

/** Tells whether the first of some ranges, which decides the main family of a cluster, is one of IPv6. */
export function isMainlyIPv6([first = '']: readonly string[]): boolean {
  return tryParseCidr(first)?.family === 6;
}
