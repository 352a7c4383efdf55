import type { Finding } from '../base/errors';
import type { Manifest } from '../base/manifest';
import { quotedList } from '../base/words';
import type { ClusterModel } from '../cluster/model/cluster';
import { RESERVED_SECRETS } from '../cluster/rules/names';
import { AUTHORITIES, AUTHORITY_SUFFIXES } from '../kubeadm/model/certificates';

/** Cluster, as far as it decides on the names of Secrets. */
export interface ReservedSubject extends Pick<ClusterModel, 'name' | 'namespace'> {
  readonly controlPlane: Pick<ClusterModel['controlPlane'], 'certificates' | 'etcd'>;
}

/** Says what is wrong with a Secret of a name by which Cluster API looks for one that it makes itself. */
export function reservedSecretFinding(
  model: ReservedSubject,
  object: Manifest,
): Finding | undefined {
  const { apiVersion, kind, metadata } = object;
  if (kind !== 'Secret' || apiVersion !== 'v1') return undefined;
  if ((metadata.namespace ?? model.namespace) !== model.namespace) return undefined;
  const given = givenSecrets(model);
  const taken = [...RESERVED_SECRETS].filter((suffix) => !given.has(suffix));
  if (!taken.some((suffix) => metadata.name === `${model.name}-${suffix}`)) return undefined;
  return {
    given: metadata.name,
    allowed: `a name other than ${quotedList(taken.map((suffix) => `${model.name}-${suffix}`))}`,
    fix: 'name the Secret otherwise, or say with certificates.authorities of the control plane, in a namespace that is there before the cluster, that it is an authority of yours',
  };
}

/** Ends of the names of Secrets that the program says are the user's; an own authority may sign a kubeconfig. */
function givenSecrets({
  controlPlane: { certificates, etcd },
}: ReservedSubject): ReadonlySet<string> {
  const given = new Set<string>();
  for (const authority of AUTHORITIES) {
    if (certificates?.authorities?.[authority] === undefined) continue;
    given.add(AUTHORITY_SUFFIXES[authority]);
    if (authority === 'cluster') given.add('kubeconfig');
  }
  if (etcd?.kind === 'external')
    for (const end of ['etcd', 'apiserver-etcd-client']) given.add(end);
  return given;
}
