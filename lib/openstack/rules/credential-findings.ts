import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';
import { quotedList } from '../../base/words';
import type { ProviderRelease } from '../../cluster/model/infrastructure-provider';
import { compareMinors } from '../../cluster/model/profile';
import { RESERVED_SECRETS } from '../../cluster/rules/names';

const IDENTITY_SINCE = '0.14';

/** Checks the name of an entry in `clouds.yaml`; returns undefined if it is valid. */
export function entryFinding(cloudName: string): Finding | undefined {
  if (cloudName.trim() !== '') return undefined;
  return {
    given: cloudName,
    allowed: 'the name of an entry in clouds.yaml',
    fix: leaveOut({ ends: ' to use "openstack"' }),
  };
}

/**
 * Rejects a name that Cluster API gives to Secrets of a cluster; returns undefined for all other names.
 *
 * @param cluster - name of the cluster.
 * @param better - suffix of a free name, after the name of the cluster.
 */
export function reservedFinding(
  cluster: string,
  name: string,
  better: string,
): Finding | undefined {
  const taken = [...RESERVED_SECRETS].map((suffix) => `${cluster}-${suffix}`);
  if (!taken.includes(name)) return undefined;
  return {
    given: name,
    allowed: `a name other than ${quotedList(taken)}`,
    fix: write(`${cluster}-${better}`, { begins: 'name the Secret' }),
  };
}

/**
 * Rejects a cluster identity for releases of the OpenStack provider that do not support it; otherwise returns undefined.
 *
 * @param factory - factory that uses a Secret instead, without its arguments.
 */
export function identityVersionFinding(
  { minor }: ProviderRelease,
  name: string,
  factory: string,
): Finding | undefined {
  if (compareMinors(minor, IDENTITY_SINCE) >= 0) return undefined;
  return {
    given: `cluster identity ${name}`,
    allowed: `a Secret with OpenStack provider ${minor}; a cluster identity with ${IDENTITY_SINCE} or later`,
    fix: `write ${factory}('…'), or use Providers.stable('1.13')`,
  };
}
