import { INCOMPLETE, isHollow } from '../base/incomplete';
import type { CompiledTable, Prop } from './compiled';
import { isOddText } from './odd-text';
import { refusalOf } from './refusals';
import type { Shape } from './shape';

/** Maximum depth of data. */
export const MOST_DEPTH = 48;

/** Maximum length of a list, and maximum number of entries in a map. */
export const MOST_ITEMS = 100_000;

/** Maximum number of parts in a value. */
export const MOST_PARTS = 500_000;

/** Maximum length of a string. */
export const MOST_TEXT = 64 * 1024 * 1024;

/** Looks up a class by name; instances of unknown classes are recognized by name. */
export type ClassOf = (name: string) => GuardedClass | undefined;

/** Class whose functions are guarded, with or without a public constructor. */
export interface GuardedClass {
  readonly prototype: object;
  [Symbol.hasInstance](value: unknown): boolean;
}

/** Tells whether values fit shapes, without reasons. */
export class Fitting {
  private left = 0;

  constructor(
    private readonly table: CompiledTable,
    private readonly classOf: ClassOf,
  ) {}

  /** Tells whether a value fits; can throw for a value that cannot be inspected. */
  fits(value: unknown, shape: Shape): boolean {
    this.left = MOST_PARTS;
    return this.test(value, shape, 0);
  }

  private test(value: unknown, shape: Shape, depth: number): boolean {
    if (value === INCOMPLETE || (typeof value === 'function' && isHollow(value))) return true;
    this.left -= 1;
    if (depth > MOST_DEPTH || this.left < 0) return false;
    if (typeof shape === 'string') return this.fitsNamed(value, shape, depth);
    if ('words' in shape) return shape.words.includes(value as string);
    if ('class' in shape) return this.isInstance(value, shape.class);
    if ('list' in shape) return this.fitsList(value, shape.list, depth);
    if ('map' in shape) return this.fitsMap(value, shape.map, depth);
    if ('oneOf' in shape) return shape.oneOf.some((one) => this.test(value, one, depth));
    if ('like' in shape) return isLike(value, shape.has);
    return this.fitsProps(value, shape, depth, undefined);
  }

  /** Tells whether a value is a valid instance of a class. */
  isInstance(value: unknown, name: string): boolean {
    if (typeof value !== 'object' || value === null || refusalOf(value) !== undefined) return false;
    const known = this.classOf(name);
    if (known === undefined) return isCalled(value, name);
    return known[Symbol.hasInstance](value) && (isHollow(value) || isMade(value));
  }

  private fitsNamed(value: unknown, shape: Shape & string, depth: number): boolean {
    switch (shape) {
      case 'string':
        return typeof value === 'string' && value.length <= MOST_TEXT && !isOddText(value);
      case 'number':
        return Number.isFinite(value);
      case 'boolean':
      case 'function':
        return typeof value === shape;
      case 'null':
        return value === null;
      case 'data':
        return this.isData(value, depth);
      case 'any':
        return true;
      default: {
        const { shape: meant, name } = this.table.resolve(shape);
        return typeof meant === 'object' && 'props' in meant
          ? this.fitsProps(value, meant, depth, name)
          : this.test(value, meant, depth + 1);
      }
    }
  }

  private fitsList(value: unknown, item: Shape, depth: number): boolean {
    if (!Array.isArray(value) || value.length > MOST_ITEMS) return false;
    for (let i = 0; i < value.length; i += 1) {
      if (!this.test(value[i], item, depth + 1)) return false;
    }
    return true;
  }

  private fitsMap(value: unknown, member: Shape, depth: number): boolean {
    if (!isPlain(value)) return false;
    const keys = Object.keys(value);
    if (keys.length > MOST_ITEMS || Object.hasOwn(value, '__proto__')) return false;
    return keys.every(
      (key) =>
        value[key] !== undefined && !isOddText(key) && this.test(value[key], member, depth + 1),
    );
  }

  private fitsProps(
    value: unknown,
    shape: Extract<Shape, { props: unknown }>,
    depth: number,
    name: string | undefined,
  ): boolean {
    if (!isRecord(value) || refusalOf(value) !== undefined) return false;
    const props = this.table.propsOf(shape.props, name);
    if (!isPlain(value)) return this.fitsInstance(value, props, depth);
    let required = this.table.requiredOf(shape.props);
    for (const key in value) {
      const own = value[key];
      // A prop that is set to undefined is dropped, so that its default applies.
      if (own === undefined) return false;
      const prop = props.get(key);
      if (prop === undefined && shape.open === true) continue;
      if (prop === undefined || !this.test(own, prop.shape, depth + 1)) return false;
      if (!prop.optional) required -= 1;
    }
    return required === 0;
  }

  /** Instances of a class can have other members besides props. */
  private fitsInstance(
    value: Readonly<Record<string, unknown>>,
    props: ReadonlyMap<string, Prop>,
    depth: number,
  ): boolean {
    for (const [key, prop] of props) {
      const own = value[key];
      if (own === undefined ? !prop.optional : !this.test(own, prop.shape, depth + 1)) return false;
    }
    return true;
  }

  /** Tells whether a value can be written to a file. */
  private isData(value: unknown, depth: number): boolean {
    if (value === INCOMPLETE) return true;
    this.left -= 1;
    if (depth > MOST_DEPTH || this.left < 0) return false;
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'string') return value.length <= MOST_TEXT;
    if (value === null || typeof value === 'boolean') return true;
    if (Array.isArray(value)) {
      if (value.length > MOST_ITEMS) return false;
      for (let i = 0; i < value.length; i += 1) {
        if (!this.isData(value[i], depth + 1)) return false;
      }
      return true;
    }
    if (!isPlain(value) || Object.hasOwn(value, '__proto__')) return false;
    return Object.keys(value).every(
      (key) => value[key] === undefined || this.isData(value[key], depth + 1),
    );
  }
}

/** Tells whether a value can be walked: finite, of bounded depth and without circular references. */
export function isWalkable(value: unknown): boolean {
  let left = MOST_PARTS;
  const walk = (part: unknown, depth: number): boolean => {
    if (typeof part !== 'object' || part === null || part === INCOMPLETE) return true;
    const isList = Array.isArray(part);
    if (!isList && !isPlain(part)) return true;
    left -= 1;
    if (depth > MOST_DEPTH || left < 0 || (isList && part.length > MOST_ITEMS)) return false;
    return Object.keys(part).every((key) => walk(Reflect.get(part, key), depth + 1));
  };
  return walk(value, 0);
}

/** Tells whether a value is a map of plain data. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // Plain objects of another realm have their own root prototype.
  return (
    Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
  );
}

/** Tells whether a value can have props; instances of the user's own classes included. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return isPlain(value) || !BUILT_IN.test(Object.prototype.toString.call(value));
}

const BUILT_IN = /^\[object (?!Object\])/;

/** Tells whether a value has certain methods or parts. */
export function isLike(value: unknown, methods: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return methods.every((name) => {
    const part: unknown = Reflect.get(value, name);
    return typeof part === 'function' || (typeof part === 'object' && part !== null);
  });
}

/** Tells whether a value has a class of this name among its ancestors. */
export function isCalled(value: object, name: string): boolean {
  let from: object | null = Object.getPrototypeOf(value);
  for (let i = 0; from !== null && i < MOST_DEPTH; i += 1) {
    if (Object.hasOwn(from, 'constructor') && from.constructor?.name === name) return true;
    from = Object.getPrototypeOf(from);
  }
  return false;
}

/** Tells whether a constructor made an object. An object from `Object.create` has no own keys. */
function isMade(value: object): boolean {
  return Reflect.ownKeys(value).length > 0;
}
