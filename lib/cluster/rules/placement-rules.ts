import type { Finding } from '../../base/errors';
import { add, fixText, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

const ZONES = 'CAPI@v1.14.0:docs/book/src/developer/providers/contracts/infra-cluster.md';

/** Rules on the placement of a pool's machines. */
export const POOL_PLACEMENT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-failure-domain',
    reason: 'A cloud cannot create machines in a failure domain that it does not have.',
    source: ZONES,
    check({ cluster, pool: { path, failureDomain } }, refuse) {
      const known = cluster.cloud.failureDomains;
      if (failureDomain === undefined) return;
      if (known === undefined ? failureDomain.trim() !== '' : known.includes(failureDomain)) return;
      const place = { path, prop: 'failureDomain' };
      refuse(place, zoneFinding(failureDomain, known, cluster.cloud.path));
    },
  },
];

/** Rules on the placement of control-plane machines. */
export const CONTROL_PLANE_PLACEMENT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-failure-domains',
    reason: 'The provider waits for availability zones that the cloud does not have.',
    source: ZONES,
    check({ cluster, controlPlane: { path, failureDomains } }, refuse) {
      const known = cluster.cloud.failureDomains;
      for (const zone of failureDomains ?? []) {
        if (known === undefined ? zone.trim() !== '' : known.includes(zone)) continue;
        const finding = zoneFinding(zone, known, cluster.cloud.path, failureDomains);
        refuse({ path, prop: 'failureDomains' }, finding);
      }
    },
  },
];

/** Describes what is wrong with a zone that the cloud does not have, by itself or in a list. */
export function zoneFinding(
  zone: string,
  known: readonly string[] | undefined,
  cloud: string,
  listed: readonly string[] = [],
): Finding {
  if (known === undefined) {
    const fix = listed.length === 1 ? leaveOut({ prop: 'failureDomains' }) : leaveOut();
    return { given: zone, allowed: 'the name of an availability zone', fix };
  }
  const free = known.filter((one) => !listed.includes(one));
  const close = closestWord(zone, free);
  const more = { path: cloud, prop: 'failureDomains', ends: ` to the failureDomains of ${cloud}` };
  return {
    given: zone,
    allowed: `a failure domain of ${cloud}: ${quotedList(known)}`,
    fix: close === undefined ? add(zone, more) : write(close, { or: fixText(add(zone, more)) }),
  };
}
