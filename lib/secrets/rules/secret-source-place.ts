import type { Place } from '../../base/rule';
import type { ClusterSecret } from '../model/cluster-secret';
import type { SecretSourceModel } from '../model/secret-source';
import type { SecretsSubject } from './secrets-subject';

/** Secret with a source of one kind, and the place of the source. */
export interface SourcedSecret<S extends SecretSourceModel = SecretSourceModel> {
  /** Secret, its keys and its uses. */
  readonly secret: ClusterSecret;
  /** Source of the Secret. */
  readonly source: S;
  /** Returns the place of a prop of the source, or of the source itself without a prop. */
  at(prop?: string): Place;
}

/** Tells whether a cluster writes the source of any Secret. */
export function hasSources(subject: SecretsSubject): boolean {
  return subject.secrets.some(({ source }) => source !== undefined);
}

/** Returns the Secrets of a cluster that have a source, optionally of one kind. */
export function sourcedSecrets(subject: SecretsSubject): readonly SourcedSecret[];
export function sourcedSecrets<K extends SecretSourceModel['kind']>(
  { secrets }: SecretsSubject,
  kind: K,
): readonly SourcedSecret<Extract<SecretSourceModel, { kind: K }>>[];
export function sourcedSecrets(
  { secrets }: SecretsSubject,
  kind?: SecretSourceModel['kind'],
): readonly SourcedSecret[] {
  return secrets.flatMap((secret) => {
    const { source } = secret;
    if (source === undefined || (kind !== undefined && source.kind !== kind)) return [];
    return [{ secret, source, at: (prop) => sourcePlace(secret, prop) }];
  });
}

/** Returns the place of a source, or of one of its props, at the first use of the Secret that sets it. */
function sourcePlace({ uses }: ClusterSecret, prop?: string): Place {
  const use = uses.find(({ source }) => source !== undefined);
  const { path, prop: where, sourceProp } = use ?? { path: '', prop: '', sourceProp: undefined };
  const source = sourceProp ?? sourceIn(where);
  const joined = prop === undefined ? source : `${source}.${prop}`;
  return { path, prop: joined.replace(/^\./, '') };
}

function sourceIn(where: string): string {
  return where === 'credentials' ? where : `${where.replace(/secretName$/, '')}.source`;
}
