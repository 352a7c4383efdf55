import { type Issue, ValidationError } from './errors';

/** Thrown when a refused part of the program is used; the issues say why it was refused. */
export class IncompleteError extends ValidationError {}

/** Issues to list when a refused part is used. */
let known: () => readonly Issue[] = () => [];

/** Sets the function that returns the mistakes found so far. */
export function setKnownMistakes(ask: () => readonly Issue[]): void {
  known = ask;
}

/** Returns an error that lists the mistakes found so far. */
export function incompleteError(): IncompleteError {
  return new IncompleteError(known());
}

let uses = 0;

/** Number of times that a refused part was used; if it grows, something is incomplete. */
export function incompleteUses(): number {
  return uses;
}

function refuseUse(): never {
  uses += 1;
  throw incompleteError();
}

const EVERY_USE: ProxyHandler<object> = {
  get: refuseUse,
  set: refuseUse,
  has: refuseUse,
  ownKeys: refuseUse,
  getPrototypeOf: refuseUse,
  getOwnPropertyDescriptor: refuseUse,
  defineProperty: refuseUse,
  deleteProperty: refuseUse,
};

/**
 * Stands in for a value that was left out or refused, and throws when it is used.
 *
 * Rules that need the value then report nothing about it, and all other rules run.
 */
export const INCOMPLETE: never = new Proxy({}, EVERY_USE) as never;

/** The same for a field of an instance, which can be a function: a call counts as a use too. */
const INCOMPLETE_FIELD: never = new Proxy(() => undefined, {
  ...EVERY_USE,
  apply: refuseUse,
}) as never;

/** Returns what a function makes, or a stand-in if it uses something that was refused. */
export function attempt<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof IncompleteError) return INCOMPLETE;
    throw error;
  }
}

const HOLLOW: ProxyHandler<object> = {
  get(target, key, receiver) {
    if (typeof key === 'symbol' || key === 'constructor') return Reflect.get(target, key, receiver);
    const prototype: unknown = Reflect.getPrototypeOf(target);
    const own: unknown = isObject(prototype) && methodOf(prototype, key);
    return typeof own === 'function' ? () => undefined : INCOMPLETE_FIELD;
  },
};

/** Returns a stand-in for an instance of a class that was refused; all of its fields are incomplete. */
export function hollow(prototype: object): object {
  const made = new Proxy(Object.create(prototype) as object, HOLLOW);
  hollows.add(made);
  return made;
}

/** Tells whether a value is a stand-in for one that was refused. */
export function isHollow(value: unknown): boolean {
  if (value === INCOMPLETE || value === INCOMPLETE_FIELD) return true;
  return isObject(value) && hollows.has(value);
}

const hollows = new WeakSet<object>();

function methodOf(prototype: object, key: string): unknown {
  for (let from: unknown = prototype; isObject(from); from = Reflect.getPrototypeOf(from)) {
    const found = Reflect.getOwnPropertyDescriptor(from, key);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
