import type { Issue } from '../errors';

/** Name of the file in which a program leaves its mistakes to the plugin. */
export const MISTAKES_FILE = 'fleet-mistakes.yaml';

/** Name of the file in which cdk8s looks for construct paths. */
export const PATHS_FILE = 'construct-metadata.json';

const API_VERSION = 'capi-fleet/v1';
const KIND = 'Mistake';

/** Mistakes as objects, which cdk8s takes for manifests. */
export function mistakeDocuments(issues: readonly Issue[]): readonly unknown[] {
  return issues.map(({ rule, ...facts }) => ({
    apiVersion: API_VERSION,
    kind: KIND,
    metadata: { name: rule },
    spec: facts,
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
    ...(given === undefined ? {} : { given }),
    allowed: String(allowed),
    fix: String(fix),
    rule: String(metadata.name),
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
