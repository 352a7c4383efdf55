import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';

/** Name that is valid in host names and label values. */
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME_PART = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const MOST_SUBDOMAIN = 253;

/** Maximum length of a DNS label, and thus of a host name and of a label value. */
export const MOST_LABEL = 63;

/** Description of a valid name of a cluster or pool. */
export const DNS_LABEL_WORDS = 'lower-case letters, digits and dashes, no dash at either end';

/** Description of a valid label key. */
export const LABEL_KEY_WORDS =
  'a name of at most 63 letters, digits, dashes, dots and underscores, after an optional domain and slash';

/** Description of a valid label value. */
export const LABEL_VALUE_WORDS =
  'at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends';

/** Tells whether a name is a DNS label, which can begin with a digit. */
export function isDnsLabel(name: string, mostLength = MOST_LABEL): boolean {
  return typeof name === 'string' && name.length <= mostLength && DNS_LABEL.test(name);
}

/** Tells whether a name is valid for a Kubernetes object. */
export function isObjectName(name: string): boolean {
  return typeof name === 'string' && name.length <= MOST_SUBDOMAIN && DNS_SUBDOMAIN.test(name);
}

/** Describes what is wrong with the name of a Kubernetes object; undefined if it is valid. */
export function objectNameFinding(name: string): Finding | undefined {
  if (isObjectName(name)) return undefined;
  const better = toDnsLabel(name);
  return {
    given: name,
    allowed: 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
    fix: better === undefined ? 'write the name of the object' : write(better),
  };
}

const KEPT_KEYS = 10_000;
const goodKeys = new Set<string>();

/** Tells whether a text is a valid key of a label, annotation or taint. */
export function isLabelKey(key: string): boolean {
  if (goodKeys.has(key)) return true;
  if (!readsAsKey(key)) return false;
  if (goodKeys.size < KEPT_KEYS) goodKeys.add(key);
  return true;
}

function readsAsKey(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash === -1) return NAME_PART.test(key);
  return isObjectName(key.slice(0, slash)) && NAME_PART.test(key.slice(slash + 1));
}

/** Tells whether a text is a valid value of a label or taint. */
export function isLabelValue(value: string): boolean {
  return LABEL_VALUE.test(value);
}

/**
 * Converts a name to a DNS label that is not taken, or returns undefined if nothing is left of it.
 *
 * A name that is too long loses whole words at its end, except the first.
 */
export function toDnsLabel(
  name: string,
  mostLength = MOST_LABEL,
  taken: readonly string[] = [],
): string | undefined {
  const words = String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  const label = firstWords(words, mostLength);
  if (label === '' || !taken.includes(label)) return label === '' ? undefined : label;
  for (let number = 2; number <= taken.length + 2; number += 1) {
    const end = `-${number}`;
    const other = `${firstWords(label, mostLength - end.length)}${end}`;
    if (!taken.includes(other) && isDnsLabel(other, mostLength)) return other;
  }
  return undefined;
}

/** Returns the first words that fit, with at least a part of the first one. */
function firstWords(words: string, most: number): string {
  const room = Math.max(0, most);
  const cut = words.slice(0, room).replace(/-+$/, '');
  if (words.length <= room || words[room] === '-') return cut;
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end < 0 ? undefined : end).replace(/-+$/, '');
}

/** Suggests unique names for those that do not fit among several things of one kind. */
export function betterNames(
  names: readonly string[],
  isFit: (name: string) => boolean,
  better: (name: string, taken: readonly string[]) => string | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    if (isFit(name)) continue;
    const other = better(name, [...names, ...found.values()]);
    if (other !== undefined) found.set(name, other);
  }
  return found;
}

/** Converts a text to a label value, or to the name in a label key. */
export function toLabelValue(text: string): string {
  return text
    .replace(/[^-A-Za-z0-9_.]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, MOST_LABEL)
    .replace(/[^A-Za-z0-9]+$/, '');
}

/** Suffixes of the Secrets that Cluster API creates for a cluster, after `<cluster>-`. */
export const RESERVED_SECRETS = new Set([
  'kubeconfig',
  'ca',
  'etcd',
  'proxy',
  'sa',
  'apiserver-etcd-client',
]);

/** Tells whether a text names an extended resource. */
export function isResourceName(text: string): boolean {
  return text.includes('/') && isLabelKey(text);
}
