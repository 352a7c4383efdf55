import type { Finding } from '../../base/errors';
import type { Place, Refuse } from '../../base/rule';
import { isObjectName } from '../../cluster/rules/names';
import type { SecretKey } from '../model/secret-key';

const KEY = /^[-._A-Za-z0-9]{1,253}$/;

/** Returns a finding for a key of a Secret that cannot exist. */
export function secretKeyFinding({ name, key }: SecretKey): Finding | undefined {
  if (isObjectName(name) && KEY.test(key)) return undefined;
  return {
    given: { name, key },
    allowed: 'the name of a Secret, and a key of letters, digits, dashes, dots and underscores',
    fix: isObjectName(name) ? 'write the key that the Secret has' : 'write the name in lower case',
  };
}

/** Reports a key of a Secret that cannot exist. */
export function checkSecretKey(place: Place, secret: SecretKey, refuse: Refuse): void {
  const finding = secretKeyFinding(secret);
  if (finding !== undefined) refuse(place, finding);
}
