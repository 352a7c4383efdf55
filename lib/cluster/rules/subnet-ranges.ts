import { type Cidr, cidrsOverlap, tryParseCidr } from '../../base/cidr';
import type { Place, Refuse } from '../../base/rule';

/** Network that is divided into subnets. */
export interface DividedNetwork {
  /** Range of the network. */
  readonly whole: Cidr;
  /** Longest prefix of a subnet. */
  readonly longest: number;
  /** Tells whether a range is a part of the network that can be a subnet. */
  isPart(cidr: Cidr): boolean;
}

/** Reports ranges of subnets that are outside their network or overlap an earlier subnet. */
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
        allowed: `a part of ${whole.text}, up to a /${longest}, that overlaps no earlier subnet`,
        fix: 'write a range of its own',
      },
    );
  });
}
