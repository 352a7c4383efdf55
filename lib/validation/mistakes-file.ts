import { type Issue, issueTexts } from '../base/errors';
import { type Change, changeOf, fixText } from '../base/fix';
import { isMap } from '../base/is-map';

/** Name of the file in which a program leaves its mistakes to the plugin. */
export const MISTAKES_FILE = 'fleet-mistakes.yaml';

/** Name of the file in which cdk8s looks for construct paths. */
export const PATHS_FILE = 'construct-metadata.json';

const API_VERSION = 'capi-fleet/v1';
const KIND = 'Mistake';

/** A mistake with the value found and the fix as messages show them. */
export interface WrittenIssue extends Omit<Issue, 'given' | 'fix'> {
  /** Text of the value. Left out when the prop is missing altogether. */
  readonly given?: string;
  /** Sentence of the fix. */
  readonly fix: string;
  /** The fix as data. Left out where it takes more than one change. */
  readonly change?: Change;
}

/** Mistakes as objects, which cdk8s takes for manifests. */
export function mistakeDocuments(issues: readonly Issue[]): readonly unknown[] {
  return issues.map(writtenIssue).map(({ rule, ...spec }) => ({
    apiVersion: API_VERSION,
    kind: KIND,
    metadata: { name: rule },
    spec,
  }));
}

/** Mistake in words, of which the value may be cut short; a change that has something secret in it is left out. */
export function writtenIssue(issue: Issue): WrittenIssue {
  const texts = issueTexts(issue);
  const change = texts.fix === fixText(issue.fix) ? changeOf(issue.fix) : undefined;
  return { ...texts, rule: issue.rule, ...(change === undefined ? {} : { change }) };
}

/** Construct paths of mistakes, in the form of cdk8s. */
export function mistakePaths(issues: readonly Issue[]): string {
  const resources = Object.fromEntries(issues.map(({ path }) => [path, { path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}

/** Mistake that an object stands for, in words; undefined for any other object. */
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
