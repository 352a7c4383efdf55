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
  /** URL of the object store, which must support the S3 API. */
  readonly endpoint: string;
  /** Name of an existing bucket. */
  readonly bucket: string;
  /** Location of the object store's credentials. */
  readonly credentials: BackupCredentials;
  /**
   * Prefix of the snapshot names in the bucket.
   *
   * @default - `<management cluster>-<cluster>/`
   */
  readonly prefix?: string;
  /**
   * Region of the bucket.
   *
   * @default - no region, for object stores without regions
   */
  readonly region?: string;
  /**
   * CA certificates of the object store, in PEM.
   *
   * @default - the CAs that the image trusts
   */
  readonly certificateAuthority?: string;
  /**
   * Schedule of the job, in the five fields of cron.
   *
   * @default '0 *\/6 * * *'
   */
  readonly schedule?: string;
  /**
   * Days to keep snapshots; older ones are deleted.
   *
   * @default 30
   */
  readonly retentionDays?: number;
  /**
   * Image with `etcdctl`.
   *
   * @default - the image of the cluster's etcd
   */
  readonly etcdImage?: string;
  /**
   * Image with `rclone` and a shell, which uploads snapshots to the object store.
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

/** Name of the addon. */
export const ETCD_BACKUP = 'etcd-backup';

const KNOWN_IMAGES = { etcdImage: IMAGES.etcd, rcloneImage: IMAGES.rclone } as const;

/** Describes the job that uploads etcd snapshots to an object store. */
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
