import { AddonFact } from '../../addons/model/addon-fact';

/** Job on a cluster's local etcd, with the fields that rules check. */
export interface EtcdTaskModel {
  /** Schedule of the job, in the five fields of cron. */
  readonly schedule: string;
  /** Time limit for one member in seconds; absent if the job has none. */
  readonly timeoutSeconds?: number;
  /** Object store to which it uploads snapshots. */
  readonly store?: ObjectStoreModel;
  /** Secret in the workload cluster that it reads. */
  readonly secretName?: string;
}

/** Object store for snapshots. */
export interface ObjectStoreModel {
  /** URL of the store. */
  readonly endpoint: string;
  /** Bucket in the store. */
  readonly bucket: string;
  /** Prefix of names in the bucket. */
  readonly prefix: string;
  /** CA certificates of the store. */
  readonly certificateAuthority: string | undefined;
  /** Days to keep snapshots. */
  readonly retentionDays: number;
}

/** Addon fact that describes a job on etcd. */
export const ETCD_TASK = new AddonFact<EtcdTaskModel>('etcdTask');
