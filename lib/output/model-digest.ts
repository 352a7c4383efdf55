import type { AssembledCluster } from '../assembly/model';
import { isShared } from '../base/shared';
import { fileHash } from './output-index';
import { hasLoneSurrogate } from './scalar';

/** Levels of nesting beyond which data is taken to contain itself. */
const DEEPEST = 200;
const LONG_TEXT = 2_000;
const KEPT_LONG_TEXTS = 64;

const sharedTexts = new WeakMap<object, string>();
const longTexts = new Map<string, string>();

/**
 * Hash of everything that a cluster's model says, or undefined where it has more than plain data.
 *
 * Models of one digest have the same mistakes and render to the same objects.
 */
export function modelDigest(model: AssembledCluster): string | undefined {
  return hashOf(textOf(model, 0));
}

/** Hash of a text; texts with half a surrogate pair are not told apart by theirs. */
function hashOf(text: string | undefined): string | undefined {
  return text === undefined || hasLoneSurrogate(text) ? undefined : fileHash(text);
}

/** Text that differs for any two values that differ. */
function textOf(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return stringText(value);
    case 'number':
      return `#${value};`;
    case 'boolean':
      return value ? '+' : '-';
    case 'undefined':
      return '?';
    case 'object':
      if (value === null) return '0';
      if (depth > DEEPEST) return undefined;
      return isShared(value) ? sharedText(value) : innerText(value, depth);
    default:
      return undefined;
  }
}

function stringText(text: string): string | undefined {
  if (text.length < LONG_TEXT) return `"${text.length}:${text}`;
  return longTexts.get(text) ?? remember(text);
}

function remember(text: string): string | undefined {
  const hash = hashOf(text);
  if (hash === undefined) return undefined;
  if (longTexts.size >= KEPT_LONG_TEXTS) longTexts.clear();
  longTexts.set(text, `*${hash}`);
  return `*${hash}`;
}

function sharedText(value: object): string | undefined {
  const known = sharedTexts.get(value);
  if (known !== undefined) return known;
  const hash = hashOf(innerText(value, 0));
  if (hash === undefined) return undefined;
  sharedTexts.set(value, `=${hash}`);
  return `=${hash}`;
}

function innerText(value: object, depth: number): string | undefined {
  if (Array.isArray(value)) return listText(value, depth);
  return isPlainMap(value) ? mapText(value, depth) : undefined;
}

function listText(list: readonly unknown[], depth: number): string | undefined {
  let text = `[${list.length}:`;
  for (const item of list) {
    const inner = textOf(item, depth + 1);
    if (inner === undefined) return undefined;
    text += inner;
  }
  return text;
}

function mapText(map: Readonly<Record<string, unknown>>, depth: number): string | undefined {
  let text = '{';
  for (const key in map) {
    const inner = textOf(map[key], depth + 1);
    if (inner === undefined) return undefined;
    text += `${key.length}:${key}${inner}`;
  }
  return `${text}}`;
}

function isPlainMap(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
