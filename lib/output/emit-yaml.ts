import { SynthError } from '../base/errors';
import { isShared } from '../base/shared';
import { blockScalar } from './block-scalar';
import { scalar, scalarLine } from './scalar';

/** Maximum nesting of data; data that contains itself exceeds it. */
const DEEPEST = 200;
const INDENTS = Array.from({ length: DEEPEST }, (_, depth) => '  '.repeat(depth));

/** Maximum number of characters that YAML readers accept in a key. */
const LONGEST_KEY = 1024;

const CACHED_KEYS = 5_000;
const keys = new Map<string, (string | undefined)[]>();

/** Texts of shared data, at their depth. */
const sharedTexts = new WeakMap<object, { readonly depth: number; readonly text: string }>();

/** Texts of shared documents. */
const sharedDocuments = new WeakMap<object, string>();

/**
 * Writes plain data as YAML that readers of versions 1.1 and 1.2 interpret identically.
 *
 * Keys keep their order, `undefined` fields are left out, and multi-line texts become literal blocks.
 *
 * @throws SynthError for anything that is not plain data.
 */
export function emitYaml(value: unknown): string {
  if (isMap(value)) return mapText(value, 0) || '{}\n';
  if (Array.isArray(value) && value.length > 0) return listText(value, 0);
  return typeof value === 'string' ? `${scalar(value)}\n` : `${inline(value, 0).trimStart()}\n`;
}

/** Writes objects as the documents of one file. */
export function emitDocuments(values: readonly unknown[]): string {
  let text = '';
  for (const value of values) text += text === '' ? document(value) : `---\n${document(value)}`;
  return text;
}

function document(value: unknown): string {
  if (typeof value !== 'object' || value === null || !isShared(value)) return emitYaml(value);
  const known = sharedDocuments.get(value);
  if (known !== undefined) return known;
  const text = emitYaml(value);
  sharedDocuments.set(value, text);
  return text;
}

function mapText(map: Readonly<Record<string, unknown>>, depth: number): string {
  let text = '';
  for (const key in map) {
    const value = map[key];
    if (value !== undefined) text += keyText(key, depth) + member(value, depth);
  }
  return text;
}

/** Key with its indent and colon. */
function keyText(key: string, depth: number): string {
  const known = keys.get(key)?.[depth];
  if (known !== undefined) return known;
  const text = `${indentOf(depth)}${shortEnough(scalar(key))}:`;
  if (keys.size >= CACHED_KEYS) keys.clear();
  const byDepth = keys.get(key) ?? [];
  byDepth[depth] = text;
  keys.set(key, byDepth);
  return text;
}

function shortEnough(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  throw new SynthError(`a key of ${key.length} characters is longer than YAML readers accept`);
}

function listText(list: readonly unknown[], depth: number): string {
  const indent = indentOf(depth);
  let text = '';
  for (const value of list) {
    if (isMap(value)) {
      const members = mapText(value, depth + 1);
      text += members === '' ? `${indent}- {}\n` : `${indent}- ${members.slice((depth + 1) * 2)}`;
    } else if (Array.isArray(value) && value.length > 0) {
      text += `${indent}- ${listText(value, depth + 1).slice((depth + 1) * 2)}`;
    } else if (typeof value === 'string' && !value.includes('\n')) {
      text += `${indent}-${scalarLine(value)}`;
    } else {
      text += `${indent}-${inline(value ?? null, depth)}\n`;
    }
  }
  return text;
}

/** Text after the colon of a key, including the line end. */
function member(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    return value.includes('\n') ? ` ${blockScalar(value, indentOf(depth + 1))}` : scalarLine(value);
  }
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${listText(value, depth + 1)}`;
  if (isMap(value)) return isShared(value) ? sharedMember(value, depth) : mapMember(value, depth);
  return `${inline(value, depth)}\n`;
}

function mapMember(map: Readonly<Record<string, unknown>>, depth: number): string {
  const members = mapText(map, depth + 1);
  return members === '' ? ' {}\n' : `\n${members}`;
}

function sharedMember(map: Readonly<Record<string, unknown>>, depth: number): string {
  const known = sharedTexts.get(map);
  if (known?.depth === depth) return known.text;
  const text = mapMember(map, depth);
  sharedTexts.set(map, { depth, text });
  return text;
}

function inline(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return value.includes('\n')
        ? ` ${blockScalar(value, indentOf(depth + 1)).slice(0, -1)}`
        : ` ${scalar(value)}`;
    case 'number':
      if (Number.isFinite(value)) return ` ${numberText(value)}`;
      break;
    case 'boolean':
      return value ? ' true' : ' false';
    case 'object':
      if (value === null) return ' null';
      if (Array.isArray(value)) return ' []';
      break;
  }
  throw new SynthError(`cannot write ${describe(value)} as YAML`);
}

function numberText(value: number): string {
  const text = Object.is(value, -0) ? '0' : String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

function indentOf(depth: number): string {
  const indent = INDENTS[depth];
  if (indent === undefined) throw new SynthError('data is nested too deeply, or contains itself');
  return indent;
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || isRootPrototype(prototype)) return true;
  throw new SynthError(`cannot write ${describe(value)} as YAML`);
}

/** Tells whether a prototype is the root of its chain, as that of plain objects of another realm is. */
function isRootPrototype(prototype: unknown): boolean {
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
  return `an instance of ${value.constructor?.name}`;
}
