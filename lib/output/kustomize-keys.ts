import type { Finding, Issue } from '../base/errors';
import { isMap } from '../base/is-map';
import type { Manifest } from '../base/manifest';

/** Identifier of the rule that kustomize reads every key as text. */
export const KEY_RULE = 'object-key';

/** Keys that kustomize loses or refuses anywhere, even when quoted. */
const NOWHERE: ReadonlySet<string> = new Set(['', '<<']);

/** Unquoted texts that the YAML reader of kustomize takes for null, a boolean, a number or a time. */
const NO_TEXT =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?0[xX][\da-fA-F_]+|[-+]?0[bB][01_]+|[-+]?0[oO][0-7_]+|[-+]?(?:\.[\d_]+|\d[\d_]*(?:\.[\d_]*)?)(?:[eE][-+]?\d+)?|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?)$/;

interface KeyFinding extends Finding {
  readonly field: string;
}

/**
 * Finds keys that `kubectl kustomize` cannot handle.
 *
 * It rewrites annotations without quotes, and then reads keys that look like a number, boolean or null as one. It
 * loses empty keys and `<<` everywhere.
 */
export function findBadKeys(object: Manifest): readonly KeyFinding[] {
  const annotations: unknown = object.metadata.annotations;
  const ambiguous = isMap(annotations)
    ? Object.keys(annotations).filter((key) => NO_TEXT.test(key))
    : [];
  return [...ambiguous.map((key) => finding('metadata.annotations', key)), ...lostKeys(object, '')];
}

/** Tells whether YAML documents of this library may have such keys, all of which are quoted. */
export function mayHaveBadKeys(content: string): boolean {
  return content.includes("':");
}

/** Mistake about a key of an object. */
export function keyIssue(path: string, object: Manifest, { field, ...facts }: KeyFinding): Issue {
  const prop = `${field} of ${object.kind} ${object.metadata.name}`;
  return { path, prop, ...facts, rule: KEY_RULE };
}

function lostKeys(value: unknown, field: string): KeyFinding[] {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => lostKeys(one, `${field}[${index}]`));
  }
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(NOWHERE.has(key) && member !== undefined ? [finding(field, key)] : []),
    ...lostKeys(member, field === '' ? key : `${field}.${key}`),
  ]);
}

function finding(field: string, given: string): KeyFinding {
  return {
    field: `a key in ${field}`,
    given,
    allowed:
      'keys that kubectl kustomize reads as text: not empty, not <<, and in annotations not a number, boolean, null or date',
    fix:
      given === '' || given === '<<'
        ? 'give it another name'
        : `name it ${JSON.stringify(`example.com/${given}`)}`,
  };
}
