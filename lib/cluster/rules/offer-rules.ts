import type { Rule } from '../../base/rule';
import { wordsFor } from '../../base/words';
import type { CloudOffersByKind, Offer } from '../model/cloud-offers';
import type { PoolModel } from '../model/node-pool';
import type { PoolSubject } from './subjects';

/** Props by which a pool requests features that not every cloud supports. */
const ASKED: readonly (readonly [Offer, string, string, (pool: PoolModel) => unknown])[] = [
  ['windows', 'os', 'Windows', ({ os }) => (os === 'windows' ? os : undefined)],
  ['gpu', 'gpu', 'GPUs', ({ gpu }) => gpu?.type],
  ['failureDomains', 'failureDomain', 'failure domains', ({ failureDomain }) => failureDomain],
  ['failureDomains', 'failureDomains', 'failure domains', ({ failureDomains }) => failureDomains],
];

/** Creates the rules on the features that pools request, by what each kind of cloud supports. */
export function offerRules(known: CloudOffersByKind): readonly Rule<PoolSubject>[] {
  const clouds = Object.values(known);
  return [
    {
      id: 'cloud-offer',
      reason: 'A cloud rejects or ignores features that it does not support.',
      source: 'kubernetes-sigs/cluster-api@main:docs/book/src/reference/providers.md',
      check({ cluster: { cloud }, pool }, refuse) {
        const own = known[cloud.kind];
        if (own === undefined) return;
        for (const [offer, prop, what, given] of ASKED) {
          const asked = given(pool);
          if (asked === undefined || own.offers.includes(offer)) continue;
          const others = clouds.filter(({ offers }) => offers.includes(offer));
          const names = wordsFor(
            others.map(({ cloudClass }) => cloudClass),
            'or',
          );
          refuse(
            { path: pool.path, prop },
            {
              given: asked,
              allowed: `none; ${own.cloudClass} does not support ${what}, but ${names} does`,
              fix: `leave it out, or put the pool into a cluster on ${names}`,
            },
          );
        }
      },
    },
  ];
}
