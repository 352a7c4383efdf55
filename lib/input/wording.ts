import { types } from 'node:util';
import { Described, type Finding } from '../base/errors';
import { type Fix, leaveOut, valueText, write } from '../base/fix';
import { closestWord, quotedList, wordsFor } from '../base/words';
import { CUT_PARTS } from './circles';
import type { CompiledTable, Prop } from './compiled';
import { isPlain, isRecord, isWalkable, MOST_DEPTH, MOST_ITEMS, MOST_TEXT } from './fits';
import { isOddText } from './odd-text';
import type { Shape } from './shape';

/** Rule that required props are set. */
export const MISSING_RULE = 'input-missing';

/** Rule that every prop is a known one. */
export const UNKNOWN_RULE = 'input-unknown';

/** Rule that values have the declared types. */
export const TYPE_RULE = 'input-type';

/** Rule that words are among the known ones. */
export const WORD_RULE = 'input-word';

/** Rule that strings are not built from missing values. */
export const UNSET_RULE = 'input-unset';

const MOST_FACTORIES = 3;
const MOST_GIVEN = 300;

/** Wording of findings about values that do not fit. */
export class Wording {
  constructor(private readonly table: CompiledTable) {}

  /** Returns the finding for a missing value. */
  missing(key: string, prop: Prop, isStated: boolean): Finding {
    const typed = this.typed(prop.shape, prop.example);
    const type = key === '' ? `write ${typed}` : `write ${key}: ${typed}`;
    const fix = isStated ? `${type}, or set the variable that it is read from` : type;
    return { allowed: this.allowed(prop.shape), fix };
  }

  /** Returns the finding for an unknown prop. */
  unknown(key: string, known: readonly string[]): Finding {
    const close = closestWord(key, known);
    return {
      given: new Described('not a known prop'),
      allowed: known.length === 0 ? 'no props' : listed(known),
      fix: close === undefined ? leaveOut() : `write ${close}`,
    };
  }

  /** Returns the finding for a map member that is itself a whole map of the same kind. */
  nested(value: unknown, at: string, shape: Shape): Finding {
    const typed = valueText(shown(value));
    const outer = /\w+$/.exec(at)?.[0];
    return {
      given: shown(value),
      allowed: this.allowed(shape),
      fix: outer === undefined ? `write ${typed} in its place` : `write ${outer}: ${typed}`,
    };
  }

  /** Returns the finding for a value of another type, and the rule that it breaks. */
  wrong(value: unknown, key: string, prop: Prop): Finding & { readonly rule: string } {
    const given = shown(value);
    const allowed = this.allowed(prop.shape);
    if (typeof value === 'string' && isOddText(value) && this.takes(prop.shape, 'string')) {
      const rest = prop.optional ? 'leave it out' : `write ${this.typed(prop.shape, prop.example)}`;
      return {
        given,
        allowed: `${allowed} that is not built from a missing value`,
        fix: `set the variable that it is built from, or ${rest}`,
        rule: UNSET_RULE,
      };
    }
    const words = this.wordsOf(prop.shape);
    if (typeof value === 'string' && words.length > 0) {
      const close = closestWord(value, words);
      const fix = close === undefined ? this.otherwise(key, prop) : write(close);
      return { given, allowed, fix, rule: WORD_RULE };
    }
    return { given, allowed, fix: this.converted(value, key, prop), rule: TYPE_RULE };
  }

  /** Describes what would be accepted. */
  allowed(shape: Shape): string {
    if (this.table.isNested(shape)) return BASIC.data;
    const { shape: meant } = this.table.resolve(shape);
    if (typeof meant === 'string') return wordOf(BASIC, meant) ?? 'a value';
    if ('words' in meant) return wordsText(meant.words);
    if ('class' in meant) return withArticle(meant.class);
    if ('like' in meant) return withArticle(meant.like);
    if ('list' in meant) return `a list of ${this.plural(meant.list)}`;
    if ('map' in meant) return `a map of ${this.plural(meant.map)}`;
    if ('props' in meant) return propsText(meant.props);
    return wordsFor([...new Set(meant.oneOf.map((one) => this.allowed(one)))], 'or');
  }

  private plural(shape: Shape): string {
    const { shape: meant } = this.table.resolve(shape);
    if (meant === 'boolean') return 'true or false';
    if (meant === 'data' || this.table.isNested(shape)) return 'plain data';
    if (typeof meant === 'string') return `${meant}s`;
    if ('class' in meant) return `${meant.class}s`;
    return 'list' in meant || 'map' in meant
      ? this.allowed(meant).replace(/^a (\w+)/, '$1s')
      : `items, each ${this.allowed(shape)}`;
  }

  /** Formats a value as code. */
  private typed(shape: Shape, example?: string): string {
    if (this.table.isNested(shape)) return TYPED.data;
    const { shape: meant } = this.table.resolve(shape);
    if (meant === 'string') return JSON.stringify(example ?? '…');
    if (typeof meant === 'string') return wordOf(TYPED, meant) ?? '…';
    if ('words' in meant) return meant.words.map((word) => JSON.stringify(word)).join(' or ');
    if ('class' in meant) return this.factories(meant.class);
    if ('list' in meant) return `[${this.typed(meant.list, example)}]`;
    if ('map' in meant) return `{ "…": ${this.typed(meant.map)} }`;
    if ('props' in meant) {
      const needed = Object.keys(meant.props).filter((key) => !key.endsWith('?'));
      const parts = needed.map((key) => `${key}: ${this.typed(meant.props[key] ?? 'any')}`);
      return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
    }
    return 'oneOf' in meant ? this.typed(meant.oneOf[0] ?? 'any', example) : '…';
  }

  /** Lists the factories and constructors of a class as code. */
  private factories(name: string): string {
    const { static: statics = {}, new: made } = this.table.table.classes[name] ?? {};
    const calls = Object.entries(statics).map(([factory, parameters]) => {
      const needed = parameters.filter((one) => !one.name.endsWith('?'));
      return `${name}.${factory}(${needed.length === 0 ? '' : '…'})`;
    });
    if (calls.length === 0)
      return name === 'Duration' ? 'Duration.minutes(…)' : made ? `new ${name}(…)` : `a ${name}`;
    const shownCalls = calls.slice(0, MOST_FACTORIES);
    return wordsFor(shownCalls, 'or');
  }

  /** Returns the fix for a value of another type. */
  private converted(value: unknown, key: string, prop: Prop): Fix {
    if (value === null && prop.optional) return leaveOut();
    if (this.takes(prop.shape, 'boolean') && (value === 'true' || value === 'false')) {
      return write(value === 'true');
    }
    if (this.takes(prop.shape, 'number') && typeof value === 'string' && isNumeric(value)) {
      return write(Number(value));
    }
    if (this.takes(prop.shape, 'string') && typeof value === 'number' && Number.isFinite(value)) {
      return write(String(value));
    }
    if (typeof value === 'bigint' && this.takes(prop.shape, 'number')) {
      const number = Number(value);
      if (Number.isSafeInteger(number)) return write(number);
    }
    if (isMoment(value) && this.takes(prop.shape, 'string')) return write(value.toISOString());
    const { shape } = this.table.resolve(prop.shape);
    if (typeof shape === 'object' && 'list' in shape && shape.list === 'string' && isName(value)) {
      return write([value]);
    }
    return this.otherwise(key, prop);
  }

  private otherwise(key: string, prop: Prop): Fix {
    const typed = this.typed(prop.shape, prop.example);
    const fix = key === '' ? `write ${typed}` : `write ${key}: ${typed}`;
    return prop.optional ? `${fix}, or leave it out` : fix;
  }

  private takes(shape: Shape, basic: Shape): boolean {
    const { shape: meant } = this.table.resolve(shape);
    if (typeof meant === 'object' && 'oneOf' in meant) {
      return meant.oneOf.some((one) => this.takes(one, basic));
    }
    return meant === basic || meant === 'data';
  }

  private wordsOf(shape: Shape): readonly string[] {
    const { shape: meant } = this.table.resolve(shape);
    if (typeof meant !== 'object') return [];
    if ('oneOf' in meant) return meant.oneOf.flatMap((one) => this.wordsOf(one));
    return 'words' in meant ? meant.words.filter((word) => typeof word === 'string') : [];
  }
}

const BASIC = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  function: 'a function',
  null: 'null',
  data: `data of strings, numbers, true, false, null, lists and maps, nested at most ${MOST_DEPTH} levels deep`,
} satisfies Readonly<Record<string, string>>;

const TYPED = {
  number: '1',
  boolean: 'true or false',
  function: '() => { … }',
  null: 'null',
  data: '"…"',
} satisfies Readonly<Record<string, string>>;

function wordOf(words: Readonly<Record<string, string>>, shape: string): string | undefined {
  return words[shape];
}

function wordsText(words: readonly (string | number | boolean)[]): string {
  return words.length === 1
    ? JSON.stringify(words[0])
    : wordsFor(
        words.map((word) => JSON.stringify(word)),
        'or',
      );
}

function propsText(props: Readonly<Record<string, Shape>>): string {
  const keys = Object.keys(props).map((key) => key.replace(/\?$/, ''));
  return keys.length === 0 ? 'an empty map' : `a map with ${listed(keys)}`;
}

function listed(known: readonly string[]): string {
  return quotedList(known).replaceAll('"', '');
}

function withArticle(name: string): string {
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !isOddText(value);
}

/** Returns a value for use in an issue: a short, plain one as it is, any other one as a description. */
export function shown(value: unknown): unknown {
  switch (typeof value) {
    case 'undefined':
      return new Described('undefined');
    case 'string':
      return value.length <= MOST_TEXT
        ? value
        : new Described(`a string of ${value.length} characters`);
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return new Described(`the bigint ${String(value).slice(0, MOST_GIVEN)}n`);
    case 'symbol':
      return new Described(CUT_PARTS.get(value) ?? 'a symbol');
    case 'function':
      return new Described('a function');
  }
  if (value === null) return value;
  return plainCopy(value) ?? new Described(objectText(value as object));
}

/** Copies a list or map for use in an issue, where secrets in it are masked by name. */
function plainCopy(value: unknown): unknown {
  try {
    if (!isWalkable(value) || !(Array.isArray(value) || isPlain(value))) return undefined;
    const text = JSON.stringify(value, (_, part: unknown) => partText(part) ?? part);
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Describes a part of data that JSON cannot represent; undefined for any other. */
function partText(part: unknown): string | undefined {
  if (typeof part === 'bigint') return `${part}n`;
  if (typeof part === 'function') return 'a function';
  if (typeof part === 'symbol') return CUT_PARTS.get(part) ?? 'a symbol';
  if (typeof part === 'number' && !Number.isFinite(part)) return String(part);
  if (typeof part !== 'object' || part === null || Array.isArray(part) || isRecord(part)) {
    return undefined;
  }
  return withArticle(Object.prototype.toString.call(part).slice('[object '.length, -1));
}

/** Tells whether a value is a valid date. */
function isMoment(value: unknown): value is Date {
  return types.isDate(value) && !Number.isNaN(value.getTime());
}

function objectText(value: object): string {
  try {
    const kind = Array.isArray(value) ? 'a list' : 'a map';
    if (Array.isArray(value) && value.length > MOST_ITEMS) return `a list of ${value.length} items`;
    if (Array.isArray(value) || isPlain(value)) return `${kind} that is too large`;
    const name: unknown = value.constructor?.name;
    return typeof name === 'string' && name !== ''
      ? withArticle(name)
      : 'an object of an unknown class';
  } catch {
    return 'an object that cannot be read';
  }
}
