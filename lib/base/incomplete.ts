import { type Issue, ValidationError } from './errors';

/** Use of a part of the program that has been refused already; the mistakes say why. */
export class IncompleteError extends ValidationError {}

/** Mistakes that an error lists when a part that was refused is used. */
let known: () => readonly Issue[] = () => [];

/** Sets where the mistakes found so far are asked for. */
export function setKnownMistakes(ask: () => readonly Issue[]): void {
  known = ask;
}

/** Error that lists the mistakes found so far. */
export function incompleteError(): IncompleteError {
  return new IncompleteError(known());
}

let uses = 0;

/** Number of times that a refused part has been looked at; where it grows, something is incomplete. */
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
 * Stands where a value was left out or refused, and refuses to be looked at.
 *
 * Rules that need the value so say nothing about it, and all others go on.
 */
export const INCOMPLETE: never = new Proxy({}, EVERY_USE) as never;

/** The same for a field of an instance, which may hold a function: to call it is a use too. */
const INCOMPLETE_FIELD: never = new Proxy(() => undefined, {
  ...EVERY_USE,
  apply: refuseUse,
}) as never;

/** Whatever is made, or what stands for it where it takes something that was refused. */
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

/** Instance of a class that has been refused: whatever it holds is incomplete. */
export function hollow(prototype: object): object {
  const made = new Proxy(Object.create(prototype) as object, HOLLOW);
  hollows.add(made);
  return made;
}

/** Tells whether a value stands for one that was refused, and holds nothing. */
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
