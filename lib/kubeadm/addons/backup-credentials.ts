import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Location of an object store's credentials, as plain data. */
export type BackupCredentialsModel = {
  /** Whether a ClusterResourceSet applies the Secret to the workload cluster, or it exists there already. */
  readonly kind: 'resourceSet' | 'cluster';
  /** Name of the Secret. */
  readonly secretName: string;
  /** Source of a Secret in the management cluster; absent if the Secret exists already. */
  readonly source?: SecretSourceModel;
};

/** Location of an object store's credentials. */
export class BackupCredentials {
  /**
   * Uses a Secret in the cluster's namespace, whose contents Cluster API applies to the workload cluster.
   *
   * The Secret has the type `addons.cluster.x-k8s.io/resource-set` and holds the manifest of a Secret
   * `etcd-backup-credentials` in `kube-system` with the keys `access-key-id` and `secret-access-key`. External Secrets
   * creates it from entries for these two keys.
   *
   * @param source Source of the Secret. Without it, the Secret must exist before the cluster.
   */
  static fromResourceSetSecret(secretName: string, source?: SecretSourceModel): BackupCredentials {
    return new BackupCredentials({ kind: 'resourceSet', secretName, ...(source && { source }) });
  }

  /** Uses a Secret in `kube-system` of the workload cluster with the keys `access-key-id` and `secret-access-key`. */
  static fromClusterSecret(secretName: string): BackupCredentials {
    return new BackupCredentials({ kind: 'cluster', secretName });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: BackupCredentialsModel,
  ) {}
}

/** Secret that a ClusterResourceSet creates in the workload cluster. */
export const DELIVERED_CREDENTIALS = 'etcd-backup-credentials';

/** Keys of that Secret. */
export const BACKUP_CREDENTIAL_KEYS = Object.freeze(['access-key-id', 'secret-access-key']);
