import type { SecretSourceModel } from './secret-source';
import type { SecretUse } from './secret-use';

/** What writes a Secret that does not have to exist in advance. */
export type SecretWriter =
  | 'ExternalSecret'
  | 'SealedSecret'
  | 'SOPS file'
  | 'pulumi up'
  | 'manifests';

/** Secret in a workload cluster whose manifest another Secret delivers. */
export interface CarriedSecret {
  /** Name of the Secret. */
  readonly name: string;
  /** Namespace in the workload cluster. */
  readonly namespace: string;
  /** Keys that are read there. */
  readonly keys: readonly string[];
}

/** Facts about a Secret other than its uses. */
export interface SecretFacts {
  /** Secret in the workload cluster whose manifest it delivers. */
  readonly carries?: CarriedSecret;
  /** Whether an identity refers to it. Clusters then share it, and its source is written with the identity. */
  readonly ofIdentity?: true;
  /** Texts by key that are filled in if the source does not provide them. */
  readonly filled?: Readonly<Record<string, string>>;
  /** What writes it; absent if it must exist in advance. */
  readonly writtenBy?: SecretWriter;
  /** Time at which its credential expires; absent if not known. */
  readonly expiresAt?: string;
}

/** Secret in a management cluster that a cluster needs, with everything that it requires of it. */
export interface ClusterSecret extends SecretFacts {
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read, sorted. */
  readonly keys: readonly string[];
  /** Required type; absent if any type is accepted. */
  readonly type?: string;
  /** Places in the program that name it. */
  readonly uses: readonly SecretUse[];
  /** Source of the Secret; absent if it already exists or something else writes it. */
  readonly source?: SecretSourceModel;
}

/** Type of Secrets that a ClusterResourceSet delivers to workload clusters. */
export const RESOURCE_SET_SECRET_TYPE = 'addons.cluster.x-k8s.io/resource-set';

const WRITERS = Object.freeze({
  externalSecret: 'ExternalSecret',
  sealedSecret: 'SealedSecret',
  sopsFile: 'SOPS file',
} as const);

/** Returns a Secret of a namespace, as one place in the program uses it. */
export function usedSecret(
  namespace: string,
  use: SecretUse,
  facts: SecretFacts = {},
): ClusterSecret {
  const { name, keys, type, source } = use;
  return {
    namespace,
    name,
    keys,
    uses: [use],
    ...(type === undefined ? {} : { type }),
    ...(source === undefined ? {} : { source, writtenBy: WRITERS[source.kind] }),
    ...facts,
  };
}

/** Merges Secrets with the same namespace and name, with all of their uses. The facts of the first one win. */
export function joinedSecrets(secrets: readonly ClusterSecret[]): readonly ClusterSecret[] {
  const joined = new Map<string, ClusterSecret>();
  for (const secret of secrets) {
    const key = `${secret.namespace}/${secret.name}`;
    const other = joined.get(key);
    joined.set(key, other === undefined ? secret : merged(other, secret));
  }
  return [...joined].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, secret]) => secret);
}

function merged(first: ClusterSecret, second: ClusterSecret): ClusterSecret {
  const keys = [...new Set([...first.keys, ...second.keys])].sort();
  return { ...second, ...first, keys, uses: [...first.uses, ...second.uses] };
}
