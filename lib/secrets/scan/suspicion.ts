import { nameStrength } from '../../base/masking/secret-names';
import { remembered } from '../../base/remembered';
import { isShared } from '../../base/shared';
import { Needles } from './needles';
import { SUSPECT_WORDS } from './suspect-words';

/** Length of the shortest text in which a secret is recognized without the name of its field. */
const SHORTEST = 8;
const LONG_TEXT = 2_000;
const KEPT_LONG_TEXTS = 64;

/** Shared data of many objects that contains nothing suspect. */
const harmless = new WeakSet<object>();

const needles = new Needles(SUSPECT_WORDS);
const isInLongText = remembered(KEPT_LONG_TEXTS, (text) => needles.isIn(text));

/** Tells whether a text can contain a secret and needs a full scan. */
export function isSuspectText(text: string): boolean {
  if (text.length < SHORTEST) return false;
  return text.length < LONG_TEXT ? needles.isIn(text) : isInLongText(text);
}

/** Tells quickly whether any text or name in a value needs a full scan. */
export function isSuspect(value: unknown): boolean {
  if (typeof value === 'string') return isSuspectText(value);
  if (typeof value !== 'object' || value === null || harmless.has(value)) return false;
  if (Array.isArray(value)) return value.some(isSuspect);
  if ('kind' in value && value.kind === 'Secret' && ('data' in value || 'stringData' in value)) {
    return true;
  }
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (isSuspectMember(key, member)) return true;
  }
  if (isShared(value)) harmless.add(value);
  return false;
}

function isSuspectMember(key: string, member: unknown): boolean {
  if (typeof member === 'object') return isSuspect(member);
  if (typeof member === 'string' && member !== '' && nameStrength(key) !== 'none') return true;
  if (typeof member === 'number') return nameStrength(key) === 'strong';
  return isSuspect(member);
}
