import { leaveOut, write } from '../../base/fix';
import { isCleanPath } from '../../base/paths';
import type { Place, Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import { toDnsLabel } from '../../cluster/rules/names';
import { type EncryptionModel, SOCKET_SCHEME } from '../model/encryption';
import type { ControlPlaneSubject } from './subjects';

type Keys = Extract<EncryptionModel, { kind: 'keys' }>['keys'];

/** Names that are part of the prefix of stored data, before a colon, and of file names. */
const NAME = /^[A-Za-z0-9]([-\w]{0,61}[A-Za-z0-9])?$/;
const RESOURCE = /^(\*\.\*|\*\.[a-z0-9.-]*|[a-z][a-z0-9]*(\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?)?)$/;
const VALIDATION =
  'kubernetes/apiserver@v0.32.0:pkg/apis/apiserver/validation/validation_encryption.go';

/** Rules on encryption in etcd. */
export const ENCRYPTION_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'encryption-keys',
    reason:
      'The first key encrypts, and the API server identifies keys by name, which must be unique.',
    source: VALIDATION,
    check({ controlPlane: { path, encryption } }, refuse) {
      if (encryption?.kind !== 'keys') return;
      checkKeys({ path, prop: 'encryption.keys' }, encryption.keys, refuse);
    },
  },
  {
    id: 'encryption-key-secret',
    reason:
      'A second name for the same key rotates nothing, because the key itself does not change.',
    source: VALIDATION,
    check({ controlPlane: { path, encryption } }, refuse) {
      if (encryption?.kind !== 'keys') return;
      const seen = new Set<string>();
      for (const { name, secret } of encryption.keys) {
        const text = `${secret.name}/${secret.key}`;
        if (seen.has(text)) {
          refuse(
            { path, prop: `encryption.keys[${JSON.stringify(name)}].secret` },
            {
              given: text,
              allowed: 'a Secret, or a key of one, that no other key in the list uses',
              fix: 'create a Secret with new random bytes and use it here',
            },
          );
        }
        seen.add(text);
      }
    },
  },
  {
    id: 'encryption-kms',
    reason: 'The API server reaches a KMS plugin only through a socket on the machine.',
    source: VALIDATION,
    check({ controlPlane: { path, encryption } }, refuse) {
      if (encryption?.kind !== 'kms') return;
      const { name, endpoint, timeoutSeconds } = encryption;
      if (!isSocket(endpoint)) {
        refuse(
          { path, prop: 'encryption.endpoint' },
          {
            given: endpoint,
            allowed:
              'the address of a socket in its own directory, such as "unix:///run/kms/kms.sock"',
            fix: endpoint.startsWith('/')
              ? write(SOCKET_SCHEME + endpoint)
              : 'write the path of the socket after "unix://"',
          },
        );
      }
      if (!NAME.test(name)) refuseName({ path, prop: 'encryption.name' }, name, refuse);
      if (isWholeNumber(timeoutSeconds, 1)) return;
      refuse(
        { path, prop: 'encryption.timeoutSeconds' },
        { given: timeoutSeconds, allowed: integerWords(timeoutSeconds, 1), fix: leaveOut() },
      );
    },
  },
  {
    id: 'encryption-resources',
    reason: 'The API server does not start without a resource to encrypt.',
    source: VALIDATION,
    check({ controlPlane: { path, encryption } }, refuse) {
      if (encryption === undefined || encryption.kind === 'secret') return;
      const prop = 'encryption.resources';
      const { resources } = encryption;
      const allowed = 'one or more resources in the plural, with their group after a dot';
      if (resources.length === 0) {
        refuse({ path, prop }, { given: resources, allowed, fix: write(['secrets']) });
      }
      for (const resource of resources) {
        if (RESOURCE.test(resource)) continue;
        const better = String(resource)
          .trim()
          .toLowerCase()
          .replace(/^.*\/(.*)$/, '$1');
        const fix =
          better !== resource && resources.includes(better)
            ? leaveOut()
            : RESOURCE.test(better)
              ? write(better)
              : 'write the plural of a resource, such as "secrets"';
        refuse({ path, prop }, { given: resource, allowed, fix });
      }
    },
  },
];

function checkKeys({ path, prop }: Place, keys: Keys, refuse: Refuse): void {
  if (keys.length === 0) {
    refuse(
      { path, prop },
      { given: keys, allowed: 'at least one key, the encrypting one first', fix: 'add a key' },
    );
  }
  const names = new Set<string>();
  for (const { name } of keys) {
    if (!NAME.test(name)) refuseName({ path, prop: `${prop}.name` }, name, refuse);
    if (names.has(name)) {
      refuse(
        { path, prop: `${prop}.name` },
        { given: name, allowed: 'a name that no other key has', fix: 'give the key another name' },
      );
    }
    names.add(name);
  }
}

function refuseName(place: Place, name: string, refuse: Refuse): void {
  const better = toDnsLabel(name);
  refuse(place, {
    given: name,
    allowed:
      'at most 63 letters, digits, dashes and underscores, starting and ending with a letter or digit',
    fix: better === undefined ? 'give it a name' : write(better),
  });
}

function isSocket(endpoint: string): boolean {
  if (!endpoint.startsWith(`${SOCKET_SCHEME}/`)) return false;
  const path = endpoint.slice(SOCKET_SCHEME.length);
  return isCleanPath(path) && path.lastIndexOf('/') > 0;
}
