import { goDuration } from '../../base/duration';
import { isEmpty, sorted, sortedEntries } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { EmitDocuments } from '../../base/yaml-documents';
import { KEEP_ANNOTATIONS } from '../../cluster/render/metadata';
import type { SealedSecretSpec } from '../../schema/generated/bitnami-v1alpha1.shapes.generated';
import type {
  Data,
  ExternalSecretSpec,
  TargetTemplate,
} from '../../schema/generated/external-secrets-v1.shapes.generated';
import type { CarriedSecret, ClusterSecret } from '../model/cluster-secret';
import type { ExternalSecretSource, SealedSecretSource } from '../model/secret-source';
import { MOVE_LABEL } from './secret-data';

type Texts = Readonly<Record<string, string>>;

/** Secret with its source. */
type Sourced<S> = ClusterSecret & { readonly source: S };

/** Releases whose schemas these objects conform to. */
export const SECRET_SOURCE_SCHEMAS: readonly string[] = [
  'external-secrets-v2.9.0',
  'sealed-secrets-v0.36.6',
];

const SEALED = 'sealedsecrets.bitnami.com';
const OPAQUE = 'Opaque';

/** Returns the key of a Secret's source among the objects of a cluster. */
export function secretKey(name: string): string {
  return `secret/${name}`;
}

/** Renders the objects of a cluster that create its Secrets in the management cluster. */
export function renderSecretSources(
  secrets: readonly ClusterSecret[],
  emitDocuments: EmitDocuments,
): readonly Manifest[] {
  return secrets
    .filter((secret) => secret.ofIdentity !== true)
    .flatMap((secret) => renderSecretSource(secret, emitDocuments));
}

/** Renders the objects that create the Secret of a cluster's identity. */
export function renderIdentitySecret(
  secrets: readonly ClusterSecret[],
  emitDocuments: EmitDocuments,
): readonly Manifest[] {
  return secrets
    .filter((secret) => secret.ofIdentity === true)
    .flatMap((secret) => renderSecretSource(secret, emitDocuments));
}

function renderSecretSource(secret: ClusterSecret, emitDocuments: EmitDocuments): Manifest[] {
  const { source } = secret;
  switch (source?.kind) {
    case 'externalSecret':
      return [externalSecret({ ...secret, source }, emitDocuments)];
    case 'sealedSecret':
      return [sealedSecret({ ...secret, source })];
    default:
      return [];
  }
}

/**
 * Renders an ExternalSecret whose Secret remains when it is deleted.
 *
 * A cluster cannot be deleted without its credentials, and `clusterctl move` does not move a Secret whose owner stays behind.
 */
function externalSecret(
  secret: Sourced<ExternalSecretSource>,
  emitDocuments: EmitDocuments,
): Manifest {
  const { name, namespace, source } = secret;
  const { store, storeKind, data, extract, refreshSeconds } = source;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, annotations: KEEP_ANNOTATIONS },
    spec: {
      secretStoreRef: { kind: storeKind, name: store },
      refreshInterval: goDuration(refreshSeconds),
      target: {
        name,
        creationPolicy: 'Orphan',
        deletionPolicy: 'Retain',
        template: externalTemplate(secret, emitDocuments),
      },
      ...(data === undefined ? {} : { data: sortedEntries(data).map(remoteData) }),
      ...(extract === undefined ? {} : { dataFrom: [{ extract }] }),
    } satisfies ExternalSecretSpec,
  };
}

function remoteData([secretKey, remoteRef]: readonly [string, Data['remoteRef']]): Data {
  return { secretKey, remoteRef };
}

function externalTemplate(
  { type = OPAQUE, carries, filled, source }: Sourced<ExternalSecretSource>,
  emitDocuments: EmitDocuments,
): TargetTemplate {
  const common = { type, metadata: { labels: { [MOVE_LABEL]: 'true' } } };
  const lacking = without(filled, source.data);
  if (carries !== undefined) {
    const text = emitDocuments([carriedManifest(carries, lacking)]);
    return { ...common, data: { [`${carries.name}.yaml`]: text } };
  }
  if (isEmpty(lacking)) return common;
  return { ...common, mergePolicy: 'Merge', data: lacking };
}

/** Returns a Secret of a workload cluster as a template. The backticks in it work inside any kind of quotes. */
function carriedManifest({ name, namespace, keys }: CarriedSecret, filled: Texts): Manifest {
  const data = keys.map((key) => {
    const text = filled[key];
    return [
      key,
      text === undefined
        ? `{{ index . \`${key}\` | b64enc }}`
        : Buffer.from(text).toString('base64'),
    ];
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: OPAQUE,
    data: sorted(Object.fromEntries(data)),
  };
}

/** Renders a SealedSecret whose Secret remains when it is deleted, as with an ExternalSecret. */
function sealedSecret(secret: Sourced<SealedSecretSource>): Manifest {
  const { name, namespace, source, type = OPAQUE, carries, filled } = secret;
  const { encryptedData, scope } = source;
  const scoped = scope === 'strict' ? {} : { [`${SEALED}/${scope}`]: 'true' };
  const lacking = carries === undefined ? without(filled, encryptedData) : {};
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { name, namespace, annotations: sorted({ ...KEEP_ANNOTATIONS, ...scoped }) },
    spec: {
      encryptedData: sorted(encryptedData),
      template: {
        type,
        metadata: {
          labels: { [MOVE_LABEL]: 'true' },
          annotations: { [`${SEALED}/skip-set-owner-references`]: 'true' },
        },
        ...(isEmpty(lacking) ? {} : { data: lacking }),
      },
    } satisfies SealedSecretSpec,
  };
}
/** Returns the texts to fill in, except those that the source provides. */
function without(filled: Texts = {}, given: Readonly<Record<string, unknown>> = {}): Texts {
  return sorted(
    Object.fromEntries(Object.entries(filled).filter(([key]) => !Object.hasOwn(given, key))),
  );
}
