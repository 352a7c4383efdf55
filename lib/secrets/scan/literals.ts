import { isFilledIn, isMember, isNameLike, isReference } from '../../base/masking/references';
import type { NameStrength } from '../../base/masking/secret-names';

const SHORTEST_WEAK = 8;

/** Tells whether the value of a field is a secret and not a reference to one. */
export function isLiteralSecret(strength: NameStrength, value: unknown): boolean {
  if (typeof value === 'number') return strength === 'strong' && value > 999;
  if (typeof value !== 'string' || strength === 'none') return false;
  if (isReference(value) || isFilledIn(value) || isMember(value)) return false;
  if (strength === 'strong') return true;
  return value.length >= SHORTEST_WEAK && !isNameLike(value);
}

/** Describes the value of a field for messages. */
export function secretNamed(name: string): string {
  if (/pass(?:wd|word)?.?hash/i.test(name)) return 'a password hash';
  if (/pass|pwd|pw$/i.test(name)) return 'a password';
  if (/token/i.test(name)) return 'a token';
  if (/community/i.test(name)) return 'an SNMP community string';
  if (/trust/i.test(name)) return 'a trust';
  if (/(?:private|client)[-_]?key/i.test(name)) return 'a private key';
  return /key|psk/i.test(name) ? 'a secret key' : 'a secret';
}
