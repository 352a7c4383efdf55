import type { Manifest, PayloadEntry } from '../model/addon';
import { jsonBytes, splitDocuments } from './yaml-documents';

/** Writes objects as YAML documents of one text. */
export type EmitDocuments = (objects: readonly Manifest[]) => string;

/** Fewest bytes of a value that Cluster API's ClusterResourceSet controller can read. */
export const LEAST_VALUE_BYTES = 32;

/**
 * Most bytes of a delivered object as JSON.
 *
 * `kubectl apply` keeps a copy of the object in an annotation, and all annotations together may have 262,144 bytes.
 */
export const MOST_OBJECT_BYTES = 250_000;

/** Room for everything of an object but its values. */
const ENVELOPE_BYTES = 2_000;
/** Room for values in one object. */
export const MOST_VALUE_BYTES = MOST_OBJECT_BYTES - ENVELOPE_BYTES;

const PADDING = '# filled up to the least length of a value\n';
const LONGEST_ESCAPE = 6;
const CACHED_PIECES = 64;

/** Part of an entry's text that fits into one object, with its size there. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

/** How a text counts in the object that carries it. */
export type Encoding = 'json' | 'base64';

const emitted = new WeakMap<EmitDocuments, WeakMap<readonly Manifest[], string>>();
const pieces = new Map<string, readonly TextPiece[]>();

/** Text of an entry, with a line more where it would be too short. */
export function entryText(entry: PayloadEntry, emitDocuments: EmitDocuments): string {
  const { documents } = entry;
  const text = typeof documents === 'string' ? documents : emitOnce(documents, emitDocuments);
  if (text.length >= LEAST_VALUE_BYTES || Buffer.byteLength(text) >= LEAST_VALUE_BYTES) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${PADDING}`;
}

/** Cuts a text on document borders into pieces that fit, one by one, into an object. */
export function textPieces(text: string, encoding: Encoding): readonly TextPiece[] {
  if (text.length * LONGEST_ESCAPE <= MOST_VALUE_BYTES) {
    return [{ text, bytes: encodedBytes(text, encoding) }];
  }
  const known = pieces.get(encoding + text);
  if (known !== undefined) return known;
  const cut = cutText(text, encoding);
  if (pieces.size >= CACHED_PIECES) pieces.clear();
  pieces.set(encoding + text, cut);
  return cut;
}

function cutText(text: string, encoding: Encoding): readonly TextPiece[] {
  const whole = { text, bytes: encodedBytes(text, encoding) };
  if (whole.bytes <= MOST_VALUE_BYTES) return [whole];
  const cut: TextPiece[] = [];
  let last = { text: '', bytes: 0 };
  for (const document of splitDocuments(text)) {
    const bytes = encodedBytes(document, encoding);
    if (last.text !== '' && last.bytes + bytes > MOST_VALUE_BYTES) {
      cut.push(last);
      last = { text: '', bytes: 0 };
    }
    last = { text: last.text + document, bytes: last.bytes + bytes };
  }
  return [...cut, last];
}

function encodedBytes(text: string, encoding: Encoding): number {
  return encoding === 'json' ? jsonBytes(text) : Math.ceil(Buffer.byteLength(text) / 3) * 4;
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
