/** What to type instead: a change that a program could make, or a sentence where it takes more than one. */
export type Fix = string | Change;

/**
 * One change of one prop, from which its sentence is made.
 *
 * Where the mistake gives a part of what the prop has, the change is of that part: an element of a list, by itself or by its
 * name, or the key or value of an entry.
 */
export type Change = Place & Words & (Writes | Names | Adds | LeavesOut);

interface Place {
  /** Construct to change, where it is not that of the mistake. */
  readonly path?: string;
  /** Prop to change, from the construct on, where it is not that of the mistake. */
  readonly prop?: string;
}

interface Words {
  /** How the sentence begins in place of `write`, `name it`, `add` or `leave it out`. */
  readonly begins?: string;
  /** How the sentence goes on, such as ` to have 110`. */
  readonly ends?: string;
}

interface Writes {
  /** Value of the prop, plain or made by a factory. */
  readonly write: unknown;
}

interface Names {
  /** Name of the construct or of the element of a list, or key of the entry of a map. */
  readonly name: string;
}

interface Adds {
  /** Element of the list, or entries of the map. */
  readonly add: unknown;
}

interface LeavesOut {
  /** The prop, the element of a list or the entry of a map goes. */
  readonly leaveOut: true;
}

/** Value that a factory makes, such as `Duration.seconds(30)`. */
export interface Call {
  /** Factory, such as `Duration.seconds`. */
  readonly call: string;
  /** Its arguments. */
  readonly args: readonly unknown[];
}

/** Words around a change, and what else would do. */
export interface ChangeOptions extends Place, Words {
  /** Another way, as the end of the sentence. */
  readonly or?: string;
}

/** Writes a value to the prop. */
export function write(value: unknown, options?: ChangeOptions): Change {
  return { write: value, ...rest(options) };
}

/** Gives something a name. */
export function nameIt(name: string, options?: ChangeOptions): Change {
  return { name, ...rest(options) };
}

/** Writes a value that stands for many. */
export function suchAs(value: unknown, what = '', options?: ChangeOptions): Change {
  const begins = what === '' ? 'write such as' : `write ${what}, such as`;
  return write(value, { begins, ...options });
}

/** Adds an element to the list or entries to the map that the prop is. */
export function add(value: unknown, options?: ChangeOptions): Change {
  return { add: value, ...rest(options) };
}

/** Leaves the prop out. */
export function leaveOut(options?: ChangeOptions): Change {
  return { leaveOut: true, ...rest(options) };
}

/** Value that a factory makes. */
export function call(factory: string, ...args: readonly unknown[]): Call {
  return { call: factory, args };
}

/** Tells whether a value stands for one that a factory makes. */
export function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'call' in value && 'args' in value;
}

/** Sentence of a fix. */
export function fixText(fix: Fix): string {
  if (typeof fix === 'string') return fix;
  const { ends = '' } = fix;
  if ('leaveOut' in fix) return `${fix.begins ?? 'leave it out'}${ends}`;
  if ('name' in fix) return `${fix.begins ?? 'name it'} ${valueText(fix.name)}${ends}`;
  if ('add' in fix) return `${fix.begins ?? 'add'} ${valueText(fix.add)}${ends}`;
  return `${fix.begins ?? 'write'} ${valueText(fix.write)}${ends}`;
}

/** The change of a fix that is one. */
export function changeOf(fix: Fix): Change | undefined {
  return typeof fix === 'string' ? undefined : fix;
}

/** Value as a program says it. */
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
