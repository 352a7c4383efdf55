import { type Cidr, cidrsOverlap, tryParseCidr } from '../../base/cidr';
import type { Place, Refuse } from '../../base/rule';

/** Network that is divided into subnets. */
export interface DividedNetwork {
  /** Range of the network. */
  readonly whole: Cidr;
  /** Longest prefix of a subnet. */
  readonly longest: number;
  /** Tells whether a range is a part of the network's that may be a subnet. */
  isPart(cidr: Cidr): boolean;
}

/** Refuses ranges of subnets that are no part of their network's, or that a subnet before has. */
export function refuseSubnetRanges(
  path: Place['path'],
  subnets: readonly { readonly cidr: string }[],
  { whole, longest, isPart }: DividedNetwork,
  refuse: Refuse,
): void {
  const before: Cidr[] = [];
  subnets.forEach(({ cidr: text }, index) => {
    const cidr = tryParseCidr(text);
    if (cidr !== undefined && isPart(cidr) && !before.some((one) => cidrsOverlap(one, cidr))) {
      before.push(cidr);
      return;
    }
    refuse(
      { path, prop: `network.subnets[${index}].cidr` },
      {
        given: text,
        allowed: `a part of ${whole.text}, up to a /${longest}, that no subnet before it has`,
        fix: 'write a range of its own',
      },
    );
  });
}
