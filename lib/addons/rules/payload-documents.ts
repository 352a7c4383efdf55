import type { Finding } from '../../base/errors';
import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import { remembered } from '../../base/remembered';

const ALLOWED = 'YAML documents with apiVersion, kind and metadata.name';
const API_VERSION = /^apiVersion:[ \t]+[^\s#]/m;
const KIND = /^kind:[ \t]+[^\s#]/m;
/** Name among the direct children of `metadata`, at any position. */
const NAME = /^metadata:[ \t]*\n( +)(?:[^\s].*\n(?:\1[ -].*\n|[ \t]*\n)*\1)*name:[ \t]+[^\s#]/m;

const KEPT = 64;

/** Finds the documents of a text that are not Kubernetes objects. */
export const payloadMistakes: (text: string) => readonly Finding[] = remembered(KEPT, mistakes);

function mistakes(text: string): Finding[] {
  const findings: Finding[] = [];
  let objects = 0;
  let line = 1;
  for (const document of documentsOf(text)) {
    if (looksLikeObject(document)) objects += 1;
    else {
      const result = parsedMistakes(document, line);
      objects += result.objects;
      findings.push(...result.findings);
    }
    line += document.split('\n').length - 1;
  }
  if (objects > 0 || findings.length > 0) return findings;
  return [{ given: text.slice(0, 60), allowed: ALLOWED, fix: 'add at least one object' }];
}

/** Splits a text at lines of three dashes; the documents include the separators. */
function documentsOf(text: string): string[] {
  const documents: string[] = [];
  let start = 0;
  for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 1)) {
    if (!/^\s?$/.test(text.charAt(at + 4))) continue;
    documents.push(text.slice(start, at + 1));
    start = at + 1;
  }
  documents.push(text.slice(start));
  return documents;
}

/** Tells cheaply and without false positives whether an ordinary document is an object. */
function looksLikeObject(document: string): boolean {
  return API_VERSION.test(document) && KIND.test(document) && NAME.test(document);
}

function parsedMistakes(
  document: string,
  line: number,
): { objects: number; findings: readonly Finding[] } {
  const loaded = loadYaml(document);
  if ('reason' in loaded) {
    const at = line + (loaded.line ?? 1) - 1;
    const finding = {
      given: `(line ${at})`,
      allowed: ALLOWED,
      fix: `correct line ${at}: ${loaded.reason}`,
    };
    return { objects: 0, findings: [finding] };
  }
  const objects = loaded.documents
    .flat()
    .filter((object) => object !== null && object !== undefined);
  const findings = objects.flatMap((object) => objectMistakes(object, line));
  return { objects: objects.length, findings };
}

function objectMistakes(object: unknown, line: number): Finding[] {
  const metadata = isMap(object) ? object.metadata : undefined;
  const fields = {
    apiVersion: isMap(object) ? object.apiVersion : undefined,
    kind: isMap(object) ? object.kind : undefined,
    'metadata.name': isMap(metadata) ? metadata.name : undefined,
  };
  const missing = Object.entries(fields)
    .filter(([, value]) => typeof value !== 'string' || value === '')
    .map(([field]) => field);
  if (missing.length === 0) return [];
  const { kind } = fields;
  const what = typeof kind === 'string' ? `${kind} in the document` : 'document';
  return [
    {
      given: `(${what} at line ${line})`,
      allowed: ALLOWED,
      fix: `add ${missing.join(' and ')} to it`,
    },
  ];
}
