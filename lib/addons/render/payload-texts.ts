import type { Manifest } from '../../base/manifest';
import { type EmitDocuments, jsonBytes, splitDocuments } from '../../base/yaml-documents';
import type { PayloadEntry } from '../model/addon';

/** Minimum size of a value that Cluster API's ClusterResourceSet controller can read, in bytes. */
const LEAST_VALUE_BYTES = 32;

/**
 * Maximum size of a delivered object as JSON, in bytes.
 *
 * `kubectl apply` keeps a copy of the object in an annotation, and all annotations together are limited to 262,144 bytes.
 */
const MOST_OBJECT_BYTES = 250_000;

/** Space reserved for everything in an object except its values, in bytes. */
const ENVELOPE_BYTES = 2_000;
/** Space for values in one object, in bytes. */
export const MOST_VALUE_BYTES = MOST_OBJECT_BYTES - ENVELOPE_BYTES;

const PADDING = '# filled up to the least length of a value\n';

/** Maximum number of bytes that one UTF-16 code unit takes in JSON. */
export const LONGEST_ESCAPE = 6;

const CACHED_CUTS = 16;

/** Part of an entry's text that fits into one object, with its size there. */
export interface TextPiece {
  /** Text of the part. */
  readonly text: string;
  /** Size in the object, in bytes. */
  readonly bytes: number;
}

/** Encoding of a text in the object that contains it. */
export type Encoding = 'json' | 'base64';

const emitted = new WeakMap<EmitDocuments, WeakMap<readonly Manifest[], string>>();
const cuts = { json: new Map<string, TextPiece[]>(), base64: new Map<string, TextPiece[]>() };

/** Returns the text of an entry, padded with a line if it would be too short. */
export function entryText({ documents }: PayloadEntry, emitDocuments: EmitDocuments): string {
  return padded(typeof documents === 'string' ? documents : emitOnce(documents, emitDocuments));
}

/** Splits a text at document boundaries into pieces that each fit into an object. */
export function textPieces(text: string, encoding: Encoding): readonly TextPiece[] {
  const cache = cuts[encoding];
  const known = cache.get(text);
  if (known !== undefined) return known;
  const whole = text.length <= MOST_VALUE_BYTES ? encodedBytes(text, encoding) : Infinity;
  const pieces = whole <= MOST_VALUE_BYTES ? [{ text, bytes: whole }] : cut(text, encoding);
  if (cache.size >= CACHED_CUTS) cache.clear();
  cache.set(text, pieces);
  return pieces;
}

function cut(text: string, encoding: Encoding): TextPiece[] {
  const pieces: TextPiece[] = [];
  let last = { text: '', bytes: 0 };
  for (const document of splitDocuments(text)) {
    const bytes = encodedBytes(document, encoding);
    if (last.text !== '' && last.bytes + bytes > MOST_VALUE_BYTES) {
      pieces.push(last);
      last = { text: '', bytes: 0 };
    }
    last = { text: last.text + document, bytes: last.bytes + bytes };
  }
  return [...pieces, last].map((piece) => ({ ...piece, text: padded(piece.text) }));
}

function encodedBytes(text: string, encoding: Encoding): number {
  return encoding === 'json' ? jsonBytes(text) : Math.ceil(Buffer.byteLength(text) / 3) * 4;
}

function padded(text: string): string {
  if (text.length >= LEAST_VALUE_BYTES || Buffer.byteLength(text) >= LEAST_VALUE_BYTES) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${PADDING}`;
}

function emitOnce(objects: readonly Manifest[], emitDocuments: EmitDocuments): string {
  const texts = emitted.get(emitDocuments) ?? new WeakMap<readonly Manifest[], string>();
  emitted.set(emitDocuments, texts);
  const known = texts.get(objects);
  if (known !== undefined) return known;
  const text = emitDocuments(objects);
  texts.set(objects, text);
  return text;
}
