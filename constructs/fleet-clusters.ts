import type { Issue } from '../lib/base/errors';
import { leaveOut, write } from '../lib/base/fix';
import { closestWord, quotedList } from '../lib/base/words';
import { fleetCommand } from '../lib/provision/fleet-command';

/** Names of the clusters to write, and where they were given. */
export interface OnlyClusters {
  /** Names of clusters. */
  readonly names: readonly string[];
  /** Prop, variable or option that names them. */
  readonly prop: string;
}

/** Returns the names of the clusters to write, from the prop or from `CAPI_FLEET_ONLY`; undefined writes all. */
export function onlyClusters(
  names: readonly string[] | undefined,
  environment: NodeJS.ProcessEnv,
): OnlyClusters | undefined {
  if (names !== undefined) return { names, prop: 'only' };
  const listed = environment.CAPI_FLEET_ONLY?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (listed === undefined) return undefined;
  const isOption = fleetCommand(environment)?.command === 'synth';
  return { names: listed, prop: isOption ? '--only' : 'CAPI_FLEET_ONLY' };
}

/** Returns the issue for a selected cluster name that does not exist. */
export function noCluster(given: string, names: readonly string[], prop: string): Issue {
  const closest = closestWord(given, names);
  return {
    path: 'Fleet',
    prop,
    given,
    allowed: names.length === 0 ? 'none; the fleet has no clusters' : `any of ${quotedList(names)}`,
    fix: closest === undefined ? leaveOut() : write(closest),
    rule: 'fleet-only',
  };
}

/** Mistake about a fleet without a cluster or a chart, which would remove everything that an earlier synth wrote. */
export function emptyFleet(): Issue {
  return {
    path: 'Fleet',
    prop: 'clusters',
    allowed: 'at least one WorkloadCluster in a ManagementCluster, or a chart',
    fix: 'add a WorkloadCluster; or set allowEmpty: true to remove what an earlier synth wrote',
    rule: 'fleet-empty',
  };
}
