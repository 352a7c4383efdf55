import { givenText, type Issue } from '../errors';
import { isMap } from '../model/is-map';

/** Name of the file in which a program leaves its mistakes to the plugin. */
export const MISTAKES_FILE = 'fleet-mistakes.yaml';

/** Name of the file in which cdk8s looks for construct paths. */
export const PATHS_FILE = 'construct-metadata.json';

const API_VERSION = 'capi-fleet/v1';
const KIND = 'Mistake';

/** Mistakes as objects, which cdk8s takes for manifests. */
export function mistakeDocuments(issues: readonly Issue[]): readonly unknown[] {
  return issues.map(({ rule, given, ...facts }) => ({
    apiVersion: API_VERSION,
    kind: KIND,
    metadata: { name: rule },
    spec: { ...facts, ...(given === undefined ? {} : { given: givenText(given) }) },
  }));
}

/** Construct paths of mistakes, in the form of cdk8s. */
export function mistakePaths(issues: readonly Issue[]): string {
  const resources = Object.fromEntries(issues.map(({ path }) => [path, { path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}

/** Mistake that an object stands for; undefined for any other object. */
export function mistakeIn(object: unknown): Issue | undefined {
  if (!isMap(object) || object.apiVersion !== API_VERSION || object.kind !== KIND) return undefined;
  const { metadata, spec } = object;
  if (!isMap(metadata) || !isMap(spec)) return undefined;
  const { path, prop, allowed, fix, given } = spec;
  return {
    path: String(path),
    prop: String(prop),
    ...(given === undefined ? {} : { given: valueIn(String(given)) }),
    allowed: String(allowed),
    fix: String(fix),
    rule: String(metadata.name),
  };
}

/** Value that a text stands for, where YAML could not hold every one. */
function valueIn(text: string): unknown {
  if (NOT_FINITE.includes(text)) return Number(text);
  try {
    return JSON.parse(text);
  } catch {
    // Functions and symbols have no JSON, and are shown by their own text.
    return text;
  }
}

const NOT_FINITE = ['NaN', 'Infinity', '-Infinity'];
