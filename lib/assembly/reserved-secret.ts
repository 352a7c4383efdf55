import type { Finding } from '../base/errors';
import type { Manifest } from '../base/manifest';
import { quotedList } from '../base/words';
import { type ReservedSubject, reservedSecrets } from '../kubeadm/model/reserved-secrets';

export type { ReservedSubject };

/** Says what is wrong with a Secret of a name by which Cluster API looks for one that it makes itself. */
export function reservedSecretFinding(
  model: ReservedSubject,
  object: Manifest,
): Finding | undefined {
  const { apiVersion, kind, metadata } = object;
  if (kind !== 'Secret' || apiVersion !== 'v1') return undefined;
  if ((metadata.namespace ?? model.namespace) !== model.namespace) return undefined;
  const taken = reservedSecrets(model);
  if (!taken.includes(metadata.name)) return undefined;
  return {
    given: metadata.name,
    allowed: `a name other than ${quotedList(taken)}`,
    fix: 'name the Secret otherwise, or say with certificates.authorities of the control plane, in a namespace that is there before the cluster, that it is an authority of yours',
  };
}
