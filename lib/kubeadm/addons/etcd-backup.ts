import { addonImages } from '../../addons/catalogue/addon-image';
import type { AddonContext, DescribeAddon } from '../../addons/catalogue/addon-parts';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import type { AddonPayload } from '../../addons/model/addon';
import { cloudName } from '../../cluster/model/cloud-name';
import { imageText } from '../../cluster/model/image-reference';
import { IMAGES } from '../../cluster/model/images';
import { knownImage } from '../../cluster/model/known-image';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import type { KubeadmCluster } from '../model/cluster';
import { ETCD_TASK } from '../model/etcd-task';
import {
  BACKUP_CREDENTIAL_KEYS,
  type BackupCredentials,
  DELIVERED_CREDENTIALS,
} from './backup-credentials';
import { backupJob } from './etcd-backup-objects';
import { etcdImage } from './etcd-image';

/** Options of {@link Addon.etcdBackup}. */
export interface EtcdBackupOptions extends DeliveryOptions {
  /** Address of the object store, which speaks S3. */
  readonly endpoint: string;
  /** Bucket, which exists. */
  readonly bucket: string;
  /** Where the credentials of the object store are. */
  readonly credentials: BackupCredentials;
  /**
   * Beginning of the snapshots' names in the bucket.
   *
   * @default - the names of the management cluster and the cluster, and a slash
   */
  readonly prefix?: string;
  /**
   * Region of the bucket.
   *
   * @default - the object store has no regions
   */
  readonly region?: string;
  /**
   * Certificates, in PEM, of the authority that vouches for the object store.
   *
   * @default - the authorities that the image trusts
   */
  readonly certificateAuthority?: string;
  /**
   * When it runs, in the five fields of cron.
   *
   * @default '0 *\/6 * * *'
   */
  readonly schedule?: string;
  /**
   * Days for which snapshots are kept; older ones are deleted.
   *
   * @default 30
   */
  readonly retentionDays?: number;
  /**
   * Image with `etcdctl`.
   *
   * @default - the image of the cluster's own etcd
   */
  readonly etcdImage?: string;
  /**
   * Image with `rclone` and a shell, which brings snapshots to the object store.
   *
   * @default 'docker.io/rclone/rclone:1.68.2'
   */
  readonly rcloneImage?: string;
}

/** Defaults of {@link EtcdBackupOptions}. */
export const ETCD_BACKUP_DEFAULTS = Object.freeze({
  schedule: '0 */6 * * *',
  retentionDays: 30,
  rcloneImage: imageText(knownImage(IMAGES.rclone)),
});

/** Name that the user gives the addon by choosing it. */
export const ETCD_BACKUP = 'etcd-backup';

const KNOWN_IMAGES = { etcdImage: IMAGES.etcd, rcloneImage: IMAGES.rclone } as const;

/** Describes the job that brings snapshots of etcd to an object store. */
export function describeEtcdBackup(options: EtcdBackupOptions): DescribeAddon {
  const { schedule, retentionDays } = { ...ETCD_BACKUP_DEFAULTS, ...options };
  const { endpoint, bucket, region, certificateAuthority } = options;
  const { kind, secretName, source } = options.credentials.model;
  return (cluster: AddonContext<KubeadmCluster>) => {
    const prefix = options.prefix ?? `${cloudName(cluster)}/`;
    const { images, given } = addonImages(cluster, KNOWN_IMAGES, options);
    const documents = backupJob({
      etcdImage: etcdImage(cluster, options.etcdImage),
      rcloneImage: images.rcloneImage,
      schedule,
      retentionDays,
      store: { endpoint, bucket, prefix, region, certificateAuthority },
      secretName: kind === 'resourceSet' ? DELIVERED_CREDENTIALS : secretName,
    });
    const job: AddonPayload = {
      kind: 'configMap',
      suffix: '',
      entries: [{ key: 'backup', documents }],
    };
    return {
      type: ETCD_BACKUP,
      strategy: 'Reconcile',
      images: given,
      facts: ETCD_TASK.is({
        schedule,
        store: { endpoint, bucket, prefix, certificateAuthority, retentionDays },
        ...(kind === 'cluster' ? { secretName } : {}),
      }),
      payload: kind === 'resourceSet' ? [carried(secretName, source), job] : [job],
    };
  };
}

function carried(secretName: string, source: SecretSourceModel | undefined): AddonPayload {
  const carries = {
    name: DELIVERED_CREDENTIALS,
    namespace: 'kube-system',
    keys: BACKUP_CREDENTIAL_KEYS,
  };
  return {
    kind: 'existingSecret',
    secretName,
    prop: 'credentials',
    carries,
    ...(source && { source }),
  };
}
