import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { nextWhole, quotedList } from '../../base/words';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { ClusterSecret } from '../model/cluster-secret';
import type { ExternalSecretSource, SecretSourceModel } from '../model/secret-source';
import { type SourcedSecret, sourcedSecrets } from './secret-source-place';
import type { SecretsSubject } from './secrets-subject';
import { sopsManifest } from './sops-file';

const EXTERNAL =
  'external-secrets/external-secrets@v2.9.0:apis/externalsecrets/v1/externalsecret_types.go';
const SECRETS = 'kubernetes/website@main:content/en/docs/concepts/configuration/secret.md';
const KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** Rules for the sources of Secrets. */
export const SECRET_SOURCE_RULES: readonly Rule<SecretsSubject>[] = [
  {
    id: 'secret-source-equal',
    reason: 'Two sources of one Secret overwrite each other forever.',
    source: EXTERNAL,
    check(subject, refuse) {
      for (const { secret, source } of sourcedSecrets(subject)) {
        const first = JSON.stringify(source);
        for (const use of secret.uses) {
          if (use.source === undefined || JSON.stringify(use.source) === first) continue;
          refuse(
            { path: use.path, prop: use.prop },
            {
              given: `another ${use.source.kind} for Secret ${secret.name}`,
              allowed: 'one source for each Secret',
              fix: 'set the source in one place, or use another Secret',
            },
          );
        }
      }
    },
  },
  {
    id: 'secret-source-taken',
    reason: 'Something else writes a Secret with this name, and they overwrite each other.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/certs/using-custom-certificates.md',
    check(subject, refuse) {
      for (const { secret, at } of sourcedSecrets(subject)) {
        if (!subject.taken.has(secret.name) || secret.ofIdentity === true) continue;
        refuse(at(), {
          given: `a source for Secret ${secret.name}`,
          allowed: 'a Secret that neither Cluster API nor an addon of the cluster writes',
          fix: 'use another name for the Secret',
        });
      }
    },
  },
  {
    id: 'secret-source-keys',
    reason: 'Machines, addons and the provider wait forever for a key that a Secret does not have.',
    source: SECRETS,
    check(subject, refuse) {
      for (const sourced of sourcedSecrets(subject)) {
        const given = givenKeys(sourced.source);
        if (given === undefined) continue;
        const wanted = wantedKeys(sourced, given);
        const lacking = wanted.filter((key) => !given.includes(key));
        if (lacking.length === 0) continue;
        refuse(sourced.at(KEYS_PROP[sourced.source.kind]), {
          given,
          allowed: `the keys ${quotedList(wanted)}`,
          fix: `add ${quotedList(lacking)}`,
        });
      }
    },
  },
  {
    id: 'secret-source-key',
    reason: 'Kubernetes rejects other names for keys of a Secret.',
    source: SECRETS,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject)) {
        for (const key of givenKeys(source) ?? []) {
          if (KEY.test(key)) continue;
          refuse(at(KEYS_PROP[source.kind]), {
            given: key,
            allowed: 'keys of at most 253 letters, digits, dashes, underscores and dots',
            fix: 'use a name for the key that a file could have',
          });
        }
      }
    },
  },
];

/** Rules for Secrets that External Secrets creates. */
export const EXTERNAL_SECRET_RULES: readonly Rule<SecretsSubject>[] = [
  {
    id: 'external-secret-store',
    reason: 'External Secrets cannot read from a store that cannot exist.',
    source: EXTERNAL,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'externalSecret')) {
        if (isObjectName(source.store)) continue;
        const better = toDnsLabel(source.store);
        refuse(at('store'), {
          given: source.store,
          allowed: 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
          fix: better === undefined ? 'write the name of the store' : write(better),
        });
      }
    },
  },
  {
    id: 'external-secret-data',
    reason: 'An ExternalSecret without entries creates a Secret without keys.',
    source: EXTERNAL,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'externalSecret')) {
        const entries = entriesOf(source);
        if (entries.length === 0) {
          refuse(at('data'), {
            given: source.data,
            allowed: 'an entry of the store for each key, or extract',
            fix: "write data: { 'clouds.yaml': { key: '…' } } with the keys of the Secret",
          });
        }
        for (const [prop, { key }] of entries) {
          if (key.trim() !== '') continue;
          refuse(at(`${prop}.key`), {
            given: key,
            allowed: 'the name or path of an entry in the store',
            fix: 'write the name of the entry',
          });
        }
      }
    },
  },
  {
    id: 'external-secret-refresh',
    reason: 'External Secrets cannot read other durations, and never creates the Secret.',
    source: EXTERNAL,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'externalSecret')) {
        const { refreshSeconds } = source;
        if (Number.isSafeInteger(refreshSeconds) && refreshSeconds >= 0) continue;
        refuse(at('refreshSeconds'), {
          given: refreshSeconds,
          allowed: 'a whole number of seconds, or 0 to read the store once',
          fix: write(nextWhole(refreshSeconds, 1) ?? 3600),
        });
      }
    },
  },
];

const KEYS_PROP = { externalSecret: 'data', sealedSecret: 'encryptedData', sopsFile: undefined };

function entriesOf({ data = {}, extract }: ExternalSecretSource) {
  const entries = Object.entries(data).map(
    ([key, remote]) => [`data[${JSON.stringify(key)}]`, remote] as const,
  );
  return extract === undefined ? entries : [...entries, ['extract', extract] as const];
}

/** Returns the keys that a source is known to provide; undefined if they are not known or it lists none. */
function givenKeys(source: SecretSourceModel): readonly string[] | undefined {
  switch (source.kind) {
    case 'externalSecret':
      return source.extract === undefined && entriesOf(source).length > 0
        ? Object.keys(source.data ?? {})
        : undefined;
    case 'sealedSecret':
      return Object.keys(source.encryptedData);
    case 'sopsFile':
      return sopsManifest(source)?.keys;
  }
}

/**
 * Returns the keys that a source must provide: those that are read, or those of the carried Secret if a template creates
 * its manifest.
 *
 * An encrypted manifest can have any key.
 */
function wantedKeys(
  { secret, source }: SourcedSecret,
  given: readonly string[],
): readonly string[] {
  const { keys, carries } = secret;
  const isTemplate = source.kind === 'externalSecret';
  if (carries !== undefined && !isTemplate && given.length > 0) return [];
  const wanted = carries !== undefined && isTemplate ? carries.keys : keys;
  return wanted.filter((key) => !isFilledIn(secret, source, key));
}

function isFilledIn(
  { filled = {} }: ClusterSecret,
  { kind }: SecretSourceModel,
  key: string,
): boolean {
  return Object.hasOwn(filled, key) && kind !== 'sopsFile';
}
