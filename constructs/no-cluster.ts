import type { Issue } from '../lib/base/errors';
import { leaveOut, write } from '../lib/base/fix';
import { closestWord, quotedList } from '../lib/base/words';

/** Mistake about the name of a cluster to write, which none has. */
export function noCluster(given: string, names: readonly string[]): Issue {
  const closest = closestWord(given, names);
  return {
    path: 'Fleet',
    prop: 'only',
    given,
    allowed:
      names.length === 0 ? 'nothing, as there are no clusters' : `any of ${quotedList(names)}`,
    fix: closest === undefined ? leaveOut() : write(closest),
    rule: 'fleet-only',
  };
}
