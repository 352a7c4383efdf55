import { Described } from '../base/errors';
import { hollow, INCOMPLETE } from '../base/incomplete';
import { withoutCircles } from './circles';
import type { CompiledTable, Prop } from './compiled';
import {
  type ClassOf,
  Fitting,
  isCalled,
  isPlain,
  isRecord,
  isWalkable,
  MOST_DEPTH,
  MOST_ITEMS,
} from './fits';
import { claim, joined, type Mistake, member, refusalOf } from './refusals';
import type { Shape } from './shape';
import { MISSING_RULE, TYPE_RULE, UNKNOWN_RULE, Wording } from './wording';

/** Most mistakes reported for one value; more of them have a common cause. */
const MOST_MISTAKES = 100;

/** Result for a value that cannot be used at all. */
const NOTHING: unique symbol = Symbol('nothing');

/** A usable value, and the mistakes in the original one. */
export interface Sanitized {
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
}

/** Checks values against shapes, and turns values that do not fit into usable ones. */
export class Sanitizing {
  private readonly fitting: Fitting;
  private readonly wording: Wording;

  constructor(
    private readonly table: CompiledTable,
    private readonly classOf: ClassOf,
  ) {
    this.fitting = new Fitting(table, classOf);
    this.wording = new Wording(table);
  }

  /** Returns a sound value unchanged; otherwise drops wrong parts and replaces missing ones with incomplete stand-ins. */
  sanitize(value: unknown, prop: Prop, key = ''): Sanitized {
    if (value === undefined && prop.optional) return SOUND;
    if (this.fits(value, prop.shape)) return { value, mistakes: NO_MISTAKES };
    const run = new Run(this.table, this.classOf, this.fitting, this.wording);
    const isWhole = this.isWalkable(value);
    const walkable = isWhole ? value : withoutCircles(value);
    const sanitized =
      isWhole || walkable !== undefined
        ? run.member(walkable, prop, key, key, true, 0)
        : run.refused(value, prop, key);
    return { value: sanitized, mistakes: run.mistakes };
  }

  /** Tells whether a value fits a shape; false for a value that cannot be inspected. */
  fits(value: unknown, shape: Shape): boolean {
    try {
      return this.fitting.fits(value, shape);
    } catch {
      return false;
    }
  }

  private isWalkable(value: unknown): boolean {
    try {
      return isWalkable(value);
    } catch {
      // Props that throw when read are reported one by one.
      return true;
    }
  }
}

const NO_MISTAKES: readonly Mistake[] = [];
const SOUND: Sanitized = { value: undefined, mistakes: NO_MISTAKES };

class Run {
  readonly mistakes: Mistake[] = [];

  constructor(
    private readonly table: CompiledTable,
    private readonly classOf: ClassOf,
    private readonly fitting: Fitting,
    private readonly wording: Wording,
  ) {}

  /** Returns a member of a map or list; a stand-in if it is required and missing. */
  member(
    value: unknown,
    prop: Prop,
    at: string,
    key: string,
    isStated: boolean,
    depth: number,
  ): unknown {
    if (value === undefined) {
      if (prop.optional) return undefined;
      this.report(at, { ...this.wording.missing(key, prop, isStated), rule: MISSING_RULE });
      return this.standIn(prop.shape);
    }
    const sanitized = this.part(value, prop, at, key, depth);
    if (sanitized !== NOTHING) return sanitized;
    return prop.optional ? undefined : this.standIn(prop.shape);
  }

  /** Drops a value that is too large. */
  refused(value: unknown, prop: Prop, key: string): unknown {
    const { shape } = this.table.resolve(prop.shape);
    this.wrong(value, { ...prop, shape }, key, key);
    return prop.optional ? undefined : this.standIn(prop.shape);
  }

  private part(value: unknown, prop: Prop, at: string, key: string, depth: number): unknown {
    if (this.safely(() => this.fitting.fits(value, prop.shape))) return value;
    const refused = typeof value === 'object' && value !== null ? refusalOf(value) : undefined;
    if (refused !== undefined) {
      for (const mistake of claim(refused)) {
        const prop = mistake.path === undefined ? joined(at, mistake.prop) : mistake.prop;
        this.mistakes.push({ ...mistake, prop });
      }
      return this.isOfUse(value, prop.shape) ? value : NOTHING;
    }
    const { shape, name } = this.table.resolve(prop.shape);
    if (depth <= MOST_DEPTH && (typeof shape === 'object' || shape === 'data')) {
      const sanitized = this.safely(() =>
        this.inside(value, shape, name, { ...prop, shape }, at, depth),
      );
      if (sanitized !== undefined) return sanitized;
    }
    this.wrong(value, this.table.isNested(prop.shape) ? prop : { ...prop, shape }, at, key);
    return NOTHING;
  }

  /** Tells whether a refused value can stay in place because it is of the right class. */
  private isOfUse(value: unknown, shape: Shape): boolean {
    const { shape: meant } = this.table.resolve(shape);
    if (typeof meant !== 'object') return false;
    if ('class' in meant) return this.classOf(meant.class)?.[Symbol.hasInstance](value) ?? false;
    return 'props' in meant && isPlain(value);
  }

  /** Checks the parts of a value that is of the right kind; undefined for any other value. */
  private inside(
    value: unknown,
    given: Exclude<Shape, string> | 'data',
    name: string | undefined,
    prop: Prop,
    at: string,
    depth: number,
  ): unknown {
    const shape = given === 'data' ? dataShape(value) : given;
    if ('list' in shape && Array.isArray(value) && value.length <= MOST_ITEMS) {
      return this.list(value, shape.list, at, depth);
    }
    if ('map' in shape && isPlain(value)) return this.map(value, shape.map, at, depth);
    if ('props' in shape && isRecord(value)) {
      const props = this.table.propsOf(shape.props, name);
      return this.props(value, props, at, depth, shape.open);
    }
    if ('oneOf' in shape) return this.oneOf(value, shape.oneOf, prop, at, depth);
    return undefined;
  }

  private list(value: readonly unknown[], shape: Shape, at: string, depth: number): unknown[] {
    const item: Prop = { shape, optional: false };
    return Array.from(value, (one, index) => {
      const mistakes = this.mistakes.length;
      const own = this.member(one, item, `${at}[${index}]`, '', true, depth + 1);
      return this.mistakes.length > mistakes && typeof own !== 'object' ? NOTHING : own;
    }).filter((one) => one !== NOTHING && one !== INCOMPLETE);
  }

  private map(
    value: Readonly<Record<string, unknown>>,
    shape: Shape,
    at: string,
    depth: number,
  ): Record<string, unknown> {
    const sanitized: Record<string, unknown> = {};
    for (const key of Object.keys(value).slice(0, MOST_ITEMS)) {
      const place = member(at, key);
      const isOdd = shape !== 'data' && !this.fitting.fits(key, 'string');
      if (key === '__proto__' || isOdd) {
        this.wrong(key, { shape: 'string', optional: false }, place, '');
        continue;
      }
      const part = read(value, key);
      if (this.isWhole(part, shape)) {
        const finding = this.wording.nested(part, at, shape);
        this.report(place, { ...finding, rule: TYPE_RULE });
        continue;
      }
      const own = this.member(part, { shape, optional: true }, place, key, true, depth + 1);
      if (own !== undefined && own !== INCOMPLETE) sanitized[key] = own;
    }
    return sanitized;
  }

  /** Tells whether a member of a map is a whole map of the same kind. */
  private isWhole(part: unknown, shape: Shape): boolean {
    if (!isPlain(part) || this.safely(() => this.fitting.fits(part, shape)) !== false) return false;
    return this.safely(() => this.fitting.fits(part, { map: shape })) === true;
  }

  private props(
    value: Readonly<Record<string, unknown>>,
    props: ReadonlyMap<string, Prop>,
    at: string,
    depth: number,
    open = false,
  ): Record<string, unknown> {
    const sanitized: Record<string, unknown> = open ? { ...value } : {};
    for (const [key, prop] of props) {
      const place = joined(at, key);
      let own: unknown;
      try {
        own = read(value, key);
      } catch (error) {
        this.report(place, { ...unreadable(error), rule: TYPE_RULE });
        own = prop.optional ? undefined : INCOMPLETE;
      }
      const result = this.member(own, prop, place, key, key in value, depth + 1);
      if (result !== undefined) sanitized[key] = result;
    }
    if (isPlain(value) && !open) this.unknown(value, props, at);
    return sanitized;
  }

  private unknown(
    value: Readonly<Record<string, unknown>>,
    props: ReadonlyMap<string, Prop>,
    at: string,
  ): void {
    for (const key of Object.keys(value)) {
      const isKnown = props.has(key) && key !== '__proto__';
      if (isKnown || this.safely(() => read(value, key) === undefined)) continue;
      const finding = this.wording.unknown(key, [...props.keys()]);
      this.report(member(at, key), { ...finding, rule: UNKNOWN_RULE });
    }
  }

  /** Returns the alternative that a value is closest to; undefined if it is of no alternative's kind. */
  private oneOf(
    value: unknown,
    shapes: readonly Shape[],
    prop: Prop,
    at: string,
    depth: number,
  ): unknown {
    let best: { readonly sanitized: unknown; readonly mistakes: readonly Mistake[] } | undefined;
    for (const one of shapes) {
      const { shape, name } = this.table.resolve(one);
      if (typeof shape === 'string' || !this.isOfKind(value, shape)) continue;
      const run = new Run(this.table, this.classOf, this.fitting, this.wording);
      const sanitized = run.inside(value, shape, name, { ...prop, shape: one }, at, depth);
      if (sanitized === undefined) continue;
      if (best === undefined || run.mistakes.length < best.mistakes.length) {
        best = { sanitized, mistakes: run.mistakes };
      }
    }
    if (best === undefined) return undefined;
    this.mistakes.push(...best.mistakes);
    return best.sanitized;
  }

  /** Tells whether the words that distinguish alternatives match a shape. */
  private isOfKind(value: unknown, shape: Exclude<Shape, string>): boolean {
    if (!('props' in shape) || !isRecord(value)) return true;
    return Object.entries(shape.props).every(([key, own]) => {
      const { shape: meant } = this.table.resolve(own);
      const told = typeof meant === 'object' && 'words' in meant && !key.endsWith('?');
      return !told || this.fitting.fits(read(value, key), meant);
    });
  }

  private wrong(value: unknown, prop: Prop, at: string, key: string): void {
    const { rule, ...finding } = this.wording.wrong(value, key, prop);
    const given = this.foreign(value, prop.shape) ?? finding.given;
    this.report(at, { ...finding, given, rule });
  }

  /** Describes an instance of the same class from another copy of its package. */
  private foreign(value: unknown, shape: Shape): Described | undefined {
    if (typeof shape === 'string' || !('class' in shape)) return undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    const isOther = this.safely(() => isCalled(value, shape.class));
    if (isOther !== true) return undefined;
    return new Described(`a ${shape.class} from another copy of the package; npm ls shows both`);
  }

  /** Returns a stand-in for a value that is required and missing. */
  private standIn(shape: Shape): unknown {
    const { shape: meant, name: type } = this.table.resolve(shape);
    if (typeof meant === 'object' && 'props' in meant) {
      return Object.fromEntries(
        [...this.table.propsOf(meant.props, type)]
          .filter(([, prop]) => !prop.optional)
          .map(([key, prop]) => [key, this.standIn(prop.shape)]),
      );
    }
    if (typeof meant !== 'object') return INCOMPLETE;
    const name = 'class' in meant ? meant.class : 'like' in meant ? meant.like : '';
    const known = this.classOf(name);
    return known === undefined ? INCOMPLETE : hollow(known.prototype);
  }

  private report(prop: string, mistake: Omit<Mistake, 'prop'>): void {
    if (this.mistakes.length < MOST_MISTAKES) this.mistakes.push({ prop, ...mistake });
  }

  private safely<T>(make: () => T): T | undefined {
    try {
      return make();
    } catch {
      return undefined;
    }
  }
}

/** Returns the shape of data: a list for an array, a map otherwise. */
function dataShape(value: unknown): Exclude<Shape, string> {
  return Array.isArray(value) ? { list: 'data' } : { map: 'data' };
}

function read(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return value[key];
}

function unreadable(error: unknown): Omit<Mistake, 'prop' | 'rule'> {
  const message = error instanceof Error ? error.message : String(error);
  return {
    given: new Described(`a getter that throws: ${message}`),
    allowed: 'a value that can be read',
    fix: 'write the value itself',
  };
}
