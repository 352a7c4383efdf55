import type { AssembledCluster } from '../assembly/model';
import { isShared } from '../base/shared';
import { fileHash } from './output-index';
import { hasLoneSurrogate } from './scalar';

/** Levels of nesting beyond which data is assumed to contain itself. */
const DEEPEST = 200;
const LONG_TEXT = 2_000;
const KEPT_LONG_TEXTS = 64;
const KEPT_BEGINNINGS = 64;

/** Text that a hash represents in the text of a model. */
class Hashed {
  private readonly beginnings = new Map<string, boolean>();
  private squeezedText: string | undefined;

  constructor(
    /** Marker with the hash. */
    readonly mark: string,
    private readonly text: string,
    private readonly within: readonly Hashed[] = [],
  ) {}

  /** Tells whether a squeezed word is in this text, or in the texts that its own markers represent. */
  has(word: string): boolean {
    return this.hasOwn(word) || this.within.some((one) => one.has(word));
  }

  /** Cluster names share beginnings, and most texts contain none of these, so that is tested first. */
  private hasOwn(word: string): boolean {
    this.squeezedText ??= squeezed(this.text);
    const [beginning = ''] = /^\D*/.exec(word) ?? [];
    let mayBe = this.beginnings.get(beginning);
    if (mayBe === undefined) {
      if (this.beginnings.size >= KEPT_BEGINNINGS) this.beginnings.clear();
      mayBe = this.squeezedText.includes(beginning);
      this.beginnings.set(beginning, mayBe);
    }
    return mayBe && this.squeezedText.includes(word);
  }
}

const sharedTexts = new WeakMap<object, Hashed>();
const longTexts = new Map<string, Hashed>();

/** Text in lower case without separators, so that all spellings of a name are equal. */
export function squeezed(text: string): string {
  return text.toLowerCase().replace(/[-_.]/g, '');
}

/** Serialized model of a cluster; different models have different texts. */
export class ModelText {
  private constructor(
    /** The text, in which hashes represent long texts and shared data. */
    readonly text: string,
    private readonly hashed: readonly Hashed[],
  ) {}

  /** Text of a model; undefined if it has more than plain data, or a lone surrogate in a text. */
  static of(model: AssembledCluster): ModelText | undefined {
    const writer = new Writer();
    const text = writer.textOf(model, 0);
    return text === undefined || hasLoneSurrogate(text)
      ? undefined
      : new ModelText(text, writer.hashed);
  }

  /** Tells whether a word, in any spelling, is in the texts that hashes represent. */
  hides(word: string): boolean {
    const plain = squeezed(word);
    return this.hashed.some((one) => one.has(plain));
  }
}

class Writer {
  readonly hashed: Hashed[] = [];

  /** Serializes a value; different values have different texts. */
  textOf(value: unknown, depth: number): string | undefined {
    switch (typeof value) {
      case 'string':
        return value.length < LONG_TEXT ? `"${value.length}:${value}` : this.longText(value);
      case 'number':
        return `#${value};`;
      case 'boolean':
        return value ? '+' : '-';
      case 'undefined':
        return '?';
      case 'object':
        if (value === null) return '0';
        if (depth > DEEPEST) return undefined;
        return isShared(value) ? this.sharedText(value) : this.innerText(value, depth);
      default:
        return undefined;
    }
  }

  private longText(text: string): string | undefined {
    const known = longTexts.get(text);
    if (known !== undefined) return this.marked(known);
    if (hasLoneSurrogate(text)) return undefined;
    if (longTexts.size >= KEPT_LONG_TEXTS) longTexts.clear();
    const hashed = new Hashed(`*${fileHash(text)}`, text);
    longTexts.set(text, hashed);
    return this.marked(hashed);
  }

  private sharedText(value: object): string | undefined {
    const known = sharedTexts.get(value);
    if (known !== undefined) return this.marked(known);
    const inner = new Writer();
    const text = inner.innerText(value, 0);
    if (text === undefined || hasLoneSurrogate(text)) return undefined;
    const hashed = new Hashed(`=${fileHash(text)}`, text, inner.hashed);
    sharedTexts.set(value, hashed);
    return this.marked(hashed);
  }

  private marked(hashed: Hashed): string {
    this.hashed.push(hashed);
    return hashed.mark;
  }

  private innerText(value: object, depth: number): string | undefined {
    if (Array.isArray(value)) return this.listText(value, depth);
    return isPlainMap(value) ? this.mapText(value, depth) : undefined;
  }

  private listText(list: readonly unknown[], depth: number): string | undefined {
    let text = `[${list.length}:`;
    for (const item of list) {
      const inner = this.textOf(item, depth + 1);
      if (inner === undefined) return undefined;
      text += inner;
    }
    return text;
  }

  private mapText(map: Readonly<Record<string, unknown>>, depth: number): string | undefined {
    let text = '{';
    for (const key in map) {
      const inner = this.textOf(map[key], depth + 1);
      if (inner === undefined) return undefined;
      text += `${key.length}:${key}${inner}`;
    }
    return `${text}}`;
  }
}

function isPlainMap(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
