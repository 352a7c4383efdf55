import { AddonFact } from '../../addons/model/addon-fact';

/** Job on a cluster's own etcd, as far as checks must know it. */
export interface EtcdTaskModel {
  /** When it runs, in the five fields of cron. */
  readonly schedule: string;
  /** Seconds for which a member may take; absent where the job has no such limit. */
  readonly timeoutSeconds?: number;
  /** Object store that it brings snapshots to. */
  readonly store?: ObjectStoreModel;
  /** Secret of the workload cluster that it reads. */
  readonly secretName?: string;
}

/** Object store that snapshots are kept in. */
export interface ObjectStoreModel {
  /** Address of the store. */
  readonly endpoint: string;
  /** Bucket in it. */
  readonly bucket: string;
  /** Beginning of names in the bucket. */
  readonly prefix: string;
  /** Certificates of the authority that vouches for the store. */
  readonly certificateAuthority: string | undefined;
  /** Days for which snapshots are kept. */
  readonly retentionDays: number;
}

/** What a job on etcd says of itself. */
export const ETCD_TASK = new AddonFact<EtcdTaskModel>('etcdTask');
