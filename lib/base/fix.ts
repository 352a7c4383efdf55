/** What to type instead: a change that a program can make, or a sentence if more than one change is needed. */
export type Fix = string | Change;

/**
 * One change of one prop, from which its sentence is built.
 *
 * If the issue concerns a part of the prop's value, the change applies to that part: an element of a list (itself or
 * by name), or
 * the key or value of an entry.
 */
export type Change = Place & Words & (Writes | Names | Adds | LeavesOut);

interface Place {
  /** Construct to change, if it is not the one with the mistake. */
  readonly path?: string;
  /** Prop to change, relative to the construct, if it is not the one with the mistake. */
  readonly prop?: string;
}

interface Words {
  /** Beginning of the sentence, instead of `write`, `name it`, `add` or `leave it out`. */
  readonly begins?: string;
  /** End of the sentence, such as ` to have 110`. */
  readonly ends?: string;
}

interface Writes {
  /** Value of the prop, plain or built by a factory. */
  readonly write: unknown;
}

interface Names {
  /** Name of the construct or of the list element, or key of the map entry. */
  readonly name: string;
}

interface Adds {
  /** Element of the list, or entries of the map. */
  readonly add: unknown;
}

interface LeavesOut {
  /** Removes the prop, the list element or the map entry. */
  readonly leaveOut: true;
}

/** Value built by a factory, such as `Duration.seconds(30)`. */
export interface Call {
  /** Factory, such as `Duration.seconds`. */
  readonly call: string;
  /** Its arguments. */
  readonly args: readonly unknown[];
}

/** Place and wording of a change, and an alternative. */
export interface ChangeOptions extends Place, Words {
  /** An alternative, appended to the sentence. */
  readonly or?: string;
}

/** Sets the prop to a value. */
export function write(value: unknown, options?: ChangeOptions): Change {
  return { write: value, ...rest(options) };
}

/** Renames something. */
export function nameIt(name: string, options?: ChangeOptions): Change {
  return { name, ...rest(options) };
}

/** Sets the prop to a value that is one example of many. */
export function suchAs(value: unknown, what = '', options?: ChangeOptions): Change {
  const begins = what === '' ? 'write, for example,' : `write ${what}, such as`;
  return write(value, { begins, ...options });
}

/** Adds an element to a list prop, or entries to a map prop. */
export function add(value: unknown, options?: ChangeOptions): Change {
  return { add: value, ...rest(options) };
}

/** Removes the prop. */
export function leaveOut(options?: ChangeOptions): Change {
  return { leaveOut: true, ...rest(options) };
}

/** Describes a value built by a factory. */
export function call(factory: string, ...args: readonly unknown[]): Call {
  return { call: factory, args };
}

/** Tells whether a value is a factory call. */
export function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'call' in value && 'args' in value;
}

/** Returns the sentence of a fix. */
export function fixText(fix: Fix): string {
  if (typeof fix === 'string') return fix;
  const { ends = '' } = fix;
  if ('leaveOut' in fix) return `${fix.begins ?? 'leave it out'}${ends}`;
  if ('name' in fix) return `${fix.begins ?? 'name it'} ${valueText(fix.name)}${ends}`;
  if ('add' in fix) return `${fix.begins ?? 'add'} ${valueText(fix.add)}${ends}`;
  return `${fix.begins ?? 'write'} ${valueText(fix.write)}${ends}`;
}

/** Returns the change of a fix; undefined if the fix is a sentence. */
export function changeOf(fix: Fix): Change | undefined {
  return typeof fix === 'string' ? undefined : fix;
}

/** Formats a value as code. */
export function valueText(value: unknown): string {
  if (isCall(value)) return `${value.call}(${value.args.map(valueText).join(', ')})`;
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value);
  const entries = Object.entries(value).map(([key, one]) => `${keyText(key)}: ${valueText(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

function keyText(key: string): string {
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}

function rest({ or, ...words }: ChangeOptions = {}): Place & Words {
  return or === undefined ? words : { ...words, ends: `${words.ends ?? ''}, or ${or}` };
}
