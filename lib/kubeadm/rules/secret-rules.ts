import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { SecretKey } from '../model/bootstrap';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { ControlPlaneSubject } from './subjects';

/** Key of a Secret that a control-plane feature uses. */
interface SecretReference {
  readonly prop: string;
  readonly secret: SecretKey;
}

/** Name suffixes of Secrets that Cluster API generates for a cluster. */
const OWN_SECRETS = ['kubeconfig', 'ca', 'etcd', 'proxy', 'sa'];
const KEY = /^[-._a-zA-Z0-9]{1,253}$/;
const SECRETS = 'kubernetes/website@main:content/en/docs/concepts/configuration/secret.md';

/** Tells whether features of a control plane read files from Secrets. */
export function namesSecrets({ controlPlane }: ControlPlaneSubject): boolean {
  return referencesOf(controlPlane).length > 0;
}

/** Rules on Secrets that hold files of a control plane's features. */
export const SECRET_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'secret-name',
    reason: 'A machine is not created until the Secrets with its files are found by name.',
    source: SECRETS,
    check({ controlPlane }, refuse) {
      for (const { prop, secret } of referencesOf(controlPlane)) {
        if (isObjectName(secret.name)) continue;
        const better = toDnsLabel(secret.name);
        refuse(
          { path: controlPlane.path, prop: `${prop}.name` },
          {
            given: secret.name,
            allowed: 'the name of a Secret: lower-case letters, digits, dashes and dots',
            fix: better === undefined ? 'write the name of the Secret' : write(better),
          },
        );
      }
    },
  },
  {
    id: 'secret-key',
    reason:
      'A machine is not created until the Secrets with its files have the keys that it needs.',
    source: SECRETS,
    check({ controlPlane }, refuse) {
      for (const { prop, secret } of referencesOf(controlPlane)) {
        if (KEY.test(secret.key)) continue;
        refuse(
          { path: controlPlane.path, prop: `${prop}.key` },
          {
            given: secret.key,
            allowed: 'the name of a key: letters, digits, dashes, underscores and dots',
            fix: 'write a key from the data of the Secret',
          },
        );
      }
    },
  },
  {
    id: 'secret-taken',
    reason:
      'Cluster API generates Secrets with these names for the cluster, and would mistake yours for one.',
    source: 'CAPI@v1.14.0:util/secret/consts.go',
    check({ cluster, controlPlane }, refuse) {
      const taken = OWN_SECRETS.map((end) => `${cluster.name}-${end}`);
      for (const { prop, secret } of referencesOf(controlPlane)) {
        if (!taken.includes(secret.name)) continue;
        refuse(
          { path: controlPlane.path, prop: `${prop}.name` },
          {
            given: secret.name,
            allowed: `names other than ${quotedList(taken)}`,
            fix: 'give the Secret another name',
          },
        );
      }
    },
  },
];

function referencesOf({ audit, encryption }: KubeadmControlPlane): readonly SecretReference[] {
  const references: SecretReference[] = [];
  if (audit?.policy.kind === 'secret') {
    references.push({ prop: 'audit.policy', secret: audit.policy.secret });
  }
  if (audit?.webhook !== undefined) {
    references.push({ prop: 'audit.webhook.kubeconfig', secret: audit.webhook.kubeconfig });
  }
  if (encryption?.kind === 'secret') {
    references.push({ prop: 'encryption', secret: encryption.secret });
  }
  if (encryption?.kind === 'keys') {
    for (const { name, secret } of encryption.keys) {
      references.push({ prop: `encryption.keys[${JSON.stringify(name)}].secret`, secret });
    }
  }
  return references;
}
