import { isMap } from '../base/is-map';
import { loadYaml } from '../base/load-yaml';

const API_VERSION = /(^|[{,])\s*["']?apiVersion["']?\s*:/m;
const KIND = /(^|[{,])\s*["']?kind["']?\s*:/m;
const DEEPEST = 8;

/**
 * An object and, recursively, every Kubernetes object in its texts: payloads of ConfigMaps and Secrets, and files of
 * machines.
 */
export function nestedObjects(object: unknown, depth = 0): readonly unknown[] {
  if (!isMap(object) || depth > DEEPEST) return [];
  return [object, ...textsOf(object).flatMap((text) => objectsInText(text, depth + 1))];
}

function objectsInText(text: string, depth: number): readonly unknown[] {
  if (!API_VERSION.test(text) || !KIND.test(text)) return [];
  return text.split(/^---.*$/m).flatMap((document) => {
    if (!API_VERSION.test(document)) return [];
    const loaded = loadYaml(document);
    if (!('documents' in loaded)) return [];
    return loaded.documents.flatMap(withItems).flatMap((inner) => nestedObjects(inner, depth));
  });
}

function withItems(document: unknown): readonly unknown[] {
  return isMap(document) && Array.isArray(document.items) ? document.items : [document];
}

/** Texts in an object that may contain manifests; those of a Secret are decoded. */
function textsOf(value: unknown, isEncoded = false): readonly string[] {
  if (typeof value === 'string') {
    const text = isEncoded ? Buffer.from(value, 'base64').toString('utf8') : value;
    return text.includes('kind') ? [text] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, isEncoded));
  if (!isMap(value)) return [];
  const isSecret = value.kind === 'Secret';
  return Object.entries(value).flatMap(([key, member]) =>
    textsOf(member, isEncoded || (isSecret && key === 'data')),
  );
}
