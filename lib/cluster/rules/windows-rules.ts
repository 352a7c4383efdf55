import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { MOST_WINDOWS_POOL_NAME } from '../model/windows';
import { betterNames, isDnsLabel, toDnsLabel } from './names';
import type { PoolSubject } from './subjects';

/** Rules on Windows pools. */
export const WINDOWS_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-pool-name',
    reason:
      'Windows allows names of 15 characters, and Cluster API uses six of them to make names unique.',
    source: 'CAPI@v1.14.0:internal/topology/names/names.go',
    check({ cluster, pool: { path, name } }, refuse) {
      if (name.length <= MOST_WINDOWS_POOL_NAME || !isDnsLabel(name)) return;
      const better = betterNames(
        cluster.pools.map((pool) => pool.name),
        (one) => one.length <= MOST_WINDOWS_POOL_NAME,
        (one, taken) => toDnsLabel(one, MOST_WINDOWS_POOL_NAME, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${MOST_WINDOWS_POOL_NAME} characters in a Windows pool`,
          fix: nameIt(better.get(name) ?? 'win'),
        },
      );
    },
  },
];
