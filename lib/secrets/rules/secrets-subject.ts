import type { ClusterSecret } from '../model/cluster-secret';

/** Secrets of a cluster, as rules read them. */
export interface SecretsSubject {
  /** Construct path of the cluster. */
  readonly path: string;
  /** Secrets in the management cluster that the cluster needs. */
  readonly secrets: readonly ClusterSecret[];
  /** Names of Secrets that something else writes. */
  readonly taken: ReadonlySet<string>;
}
