import type { Place } from '../../base/rule';
import type { ClusterSecret } from '../model/cluster-secret';
import type { SecretSourceModel } from '../model/secret-source';
import type { SecretsSubject } from './secrets-subject';

/** Secret that is written from a source of one kind, with the place that says so. */
export interface SourcedSecret<S extends SecretSourceModel = SecretSourceModel> {
  /** Secret, its keys and its uses. */
  readonly secret: ClusterSecret;
  /** Source of the Secret. */
  readonly source: S;
  /** Gives the place of a prop of the source; of the source itself for no prop. */
  at(prop?: string): Place;
}

/** Tells whether a cluster writes what a Secret is made from. */
export function hasSources(subject: SecretsSubject): boolean {
  return subject.secrets.some(({ source }) => source !== undefined);
}

/** Secrets of a cluster that are made from a source, of one kind where it is given. */
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

/** Place of a source, or of a prop of it, at the first use of the Secret that says it. */
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
