import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import { zoneNames } from '../model/zones';
import type { PoolSubject } from './subjects';

/** Rules for the zones of pools. */
export const POOL_ZONE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'vm-zone-known',
    reason:
      'The provider creates a machine outside of all zones, without an error, if its zone has no object.',
    source: 'CAPV@v1.16.1:pkg/services/vimmachine.go',
    check({ cluster, pool: { path, failureDomain, failureDomains = [] } }, refuse) {
      const { zones, path: cloud } = cluster.cloud;
      const known = zones === undefined ? [] : zoneNames(zones);
      const single = failureDomain === undefined ? [] : [['failureDomain', failureDomain] as const];
      const several = failureDomains.map((zone) => ['failureDomains', zone] as const);
      for (const [prop, zone] of [...single, ...several]) {
        if (known.includes(zone)) continue;
        const close = closestWord(
          zone,
          known.filter((one) => !failureDomains.includes(one)),
        );
        const more = `add it to the zones of ${cloud}`;
        refuse(
          { path, prop },
          {
            given: zone,
            allowed:
              known.length === 0
                ? `a zone of ${cloud}, which has none`
                : `a zone of ${cloud}: ${quotedList(known)}`,
            fix: close === undefined ? leaveOut({ or: more }) : write(close, { or: more }),
          },
        );
      }
    },
  },
];
