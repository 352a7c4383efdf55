import { type Issue, issueTexts } from '../base/errors';
import { type Change, changeOf, fixText } from '../base/fix';
import { isMap } from '../base/is-map';

/** Name of the file in which a program passes its mistakes to the plugin. */
export const MISTAKES_FILE = 'fleet-mistakes.yaml';

/** Name of the file in which cdk8s looks up construct paths. */
export const PATHS_FILE = 'construct-metadata.json';

const API_VERSION = 'capi-fleet/v1';
const KIND = 'Mistake';

/** A mistake with the value and the fix as messages show them. */
export interface WrittenIssue extends Omit<Issue, 'given' | 'fix'> {
  /** Text of the value. Omitted if the prop is missing. */
  readonly given?: string;
  /** Sentence of the fix. */
  readonly fix: string;
  /** The fix as data. Omitted if it takes more than one change. */
  readonly change?: Change;
}

/** Converts mistakes to objects that cdk8s reads as manifests. */
export function mistakeDocuments(issues: readonly Issue[]): readonly unknown[] {
  return issues.map(writtenIssue).map(({ rule, ...spec }) => ({
    apiVersion: API_VERSION,
    kind: KIND,
    metadata: { name: rule },
    spec,
  }));
}

/** Converts a mistake to texts; long values are truncated, and a change that contains a secret is omitted. */
export function writtenIssue(issue: Issue): WrittenIssue {
  const texts = issueTexts(issue);
  const change = texts.fix === fixText(issue.fix) ? changeOf(issue.fix) : undefined;
  return { ...texts, rule: issue.rule, ...(change === undefined ? {} : { change }) };
}

/** Returns the construct paths of mistakes in the format of cdk8s. */
export function mistakePaths(issues: readonly Issue[]): string {
  const resources = Object.fromEntries(issues.map(({ path }) => [path, { path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}

/** Returns the mistake in an object, as texts; undefined for any other object. */
export function mistakeIn(object: unknown): WrittenIssue | undefined {
  if (!isMap(object) || object.apiVersion !== API_VERSION || object.kind !== KIND) return undefined;
  const { metadata, spec } = object;
  if (!isMap(metadata) || !isMap(spec)) return undefined;
  const { path, prop, allowed, fix, given } = spec;
  return {
    path: String(path),
    prop: String(prop),
    ...(given === undefined ? {} : { given: String(given) }),
    allowed: String(allowed),
    fix: String(fix),
    rule: String(metadata.name),
  };
}
