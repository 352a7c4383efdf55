import type { SecretSourceModel } from './secret-source';
import type { SecretUse } from './secret-use';

/** Who writes a Secret, where it does not have to be there before. */
export type SecretWriter =
  | 'ExternalSecret'
  | 'SealedSecret'
  | 'SOPS file'
  | 'pulumi up'
  | 'manifests';

/** Secret of a workload cluster whose manifest another Secret carries there. */
export interface CarriedSecret {
  /** Name of the Secret. */
  readonly name: string;
  /** Namespace in the workload cluster. */
  readonly namespace: string;
  /** Keys that are read there. */
  readonly keys: readonly string[];
}

/** What is known of a Secret besides its uses. */
export interface SecretFacts {
  /** Secret of the workload cluster whose manifest it carries there. */
  readonly carries?: CarriedSecret;
  /** Whether an identity points to it, so that clusters share it and its source is written beside the identity. */
  readonly ofIdentity?: true;
  /** Texts by the keys under which its source fills them in, where it does not give them itself. */
  readonly filled?: Readonly<Record<string, string>>;
  /** Who writes it; absent where it has to be there before. */
  readonly writtenBy?: SecretWriter;
  /** Moment from which the cloud refuses what it holds; absent where none is known. */
  readonly expiresAt?: string;
}

/** Secret of a management cluster that a cluster needs, with all that is wanted of it. */
export interface ClusterSecret extends SecretFacts {
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read, in order. */
  readonly keys: readonly string[];
  /** Type that it has to have; absent where any will do. */
  readonly type?: string;
  /** Places of the program that name it. */
  readonly uses: readonly SecretUse[];
  /** Where it comes from; absent where it exists already or something else writes it. */
  readonly source?: SecretSourceModel;
}

/** Type of Secrets that Cluster API brings into workload clusters. */
export const RESOURCE_SET_SECRET_TYPE = 'addons.cluster.x-k8s.io/resource-set';

const WRITERS = Object.freeze({
  externalSecret: 'ExternalSecret',
  sealedSecret: 'SealedSecret',
  sopsFile: 'SOPS file',
} as const);

/** Secret of a namespace, as one place of the program uses it. */
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

/** Secrets by their namespaces and names, each once with all of its uses; facts are those of the first one. */
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
