import type { Finding } from '../base/errors';
import type { Manifest } from '../base/manifest';
import { quotedList } from '../base/words';
import { type ReservedSubject, reservedSecrets } from '../kubeadm/model/reserved-secrets';

export type { ReservedSubject };

/** Returns the finding for a Secret with a name that Cluster API reserves for its own Secrets. */
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
    fix: 'use another name, or list it as your own CA in certificates.authorities of the control plane, in a namespace that exists before the cluster',
  };
}
