import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Where the credentials of an object store are, as plain data. */
export type BackupCredentialsModel = {
  /** Whether Cluster API brings the Secret into the workload cluster, or it is there already. */
  readonly kind: 'resourceSet' | 'cluster';
  /** Name of the Secret. */
  readonly secretName: string;
  /** Where a Secret of the management cluster comes from; absent where it exists already. */
  readonly source?: SecretSourceModel;
};

/** Where the credentials of an object store are. */
export class BackupCredentials {
  /**
   * A Secret of the cluster's namespace in the management cluster, which Cluster API brings into the workload cluster.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and holds the manifest of a Secret `etcd-backup-credentials`
   * of `kube-system` with the keys `access-key-id` and `secret-access-key`. External Secrets makes it from entries for
   * these two keys.
   *
   * @param source Where the Secret comes from; it exists before the cluster where this is left out.
   */
  static fromResourceSetSecret(secretName: string, source?: SecretSourceModel): BackupCredentials {
    return new BackupCredentials({ kind: 'resourceSet', secretName, ...(source && { source }) });
  }

  /** A Secret of `kube-system` in the workload cluster with the keys `access-key-id` and `secret-access-key`. */
  static fromClusterSecret(secretName: string): BackupCredentials {
    return new BackupCredentials({ kind: 'cluster', secretName });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: BackupCredentialsModel,
  ) {}
}

/** Secret of the workload cluster that a resource set brings. */
export const DELIVERED_CREDENTIALS = 'etcd-backup-credentials';

/** Keys of that Secret. */
export const BACKUP_CREDENTIAL_KEYS = Object.freeze(['access-key-id', 'secret-access-key']);
