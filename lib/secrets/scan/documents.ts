import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';

/** Parts of a text: structured documents, and texts to read line by line. */
export interface TextParts {
  /** YAML or JSON documents. */
  readonly documents: readonly unknown[];
  /** Unstructured texts. */
  readonly texts: readonly string[];
}

/** Placeholder for a template action, which is filled in later. */
const FILLED_IN = '__TEMPLATE__';
const CONTROL_LINE = /^[ \t]*\{\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\}[ \t]*\r?$/gm;
const ACTION = /\{\{[\s\S]*?\}\}/g;
const LITERAL_ACTION = /\{\{-?\s*(?:"([^"\n]*)"|`([^`\n]*)`)\s*(?:\|[^}]*)?-?\}\}/g;
/** Members and items. A text without any is a scalar. */
const STRUCTURE = /^[ \t]*[^\s#][^\n]*:(?:\s|$)|^[ \t]*-\s|^[ \t]*[[{]/m;
const SEPARATOR = /^---(?=\s|$)/m;
/** Names of fields, as opposed to a sentence or a command with a colon. */
const FIELD = /^[\w./$@<>%*+~-][^\s"'`=;(){}]*$|^[A-Z][\w]*(?: [A-Z]\w*)+$/;

/** Splits a text into structured and unstructured parts, without the documents that are not worth it. */
export function textParts(text: string, isWorth = (_: string): boolean => true): TextParts {
  const plain = text.includes('{{') ? withoutLiteralActions(text) : text;
  const documents: unknown[] = [];
  const texts: string[] = [];
  for (const part of plain.split(SEPARATOR)) {
    if (!isWorth(part)) continue;
    const read = structured(part) ?? (part.includes('{{') ? structured(filledIn(part)) : undefined);
    if (read === undefined) texts.push(part);
    else documents.push(...read);
  }
  return { documents, texts };
}

/** Replaces template actions that print a literal by that literal. */
export function withoutLiteralActions(text: string): string {
  return text.replace(LITERAL_ACTION, (_, quoted?: string, raw?: string) => quoted ?? raw ?? '');
}

function filledIn(text: string): string {
  return text.replace(CONTROL_LINE, '').replace(ACTION, FILLED_IN);
}

function structured(text: string): readonly unknown[] | undefined {
  if (!STRUCTURE.test(text)) return undefined;
  const documents = parsed(text)?.filter((one) => one !== null && one !== undefined);
  if (documents === undefined || documents.length === 0) return undefined;
  return documents.every(isStructure) ? documents : undefined;
}

function parsed(text: string): readonly unknown[] | undefined {
  if (/^\s*[[{]/.test(text)) {
    const json = fromJson(text);
    if (json !== undefined) return [json];
  }
  const loaded = loadYaml(text);
  return 'documents' in loaded ? loaded.documents : undefined;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isStructure(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isMap(value) && Object.keys(value).every((key) => FIELD.test(key));
}
