import type { RequiredSecret } from '../assembly/required-secret';
import type { Expiry } from '../cluster/model/credential-expiry';

/** Size of the user data of a control plane or pool. */
export interface UserDataSize {
  /** Construct path of the control plane or pool. */
  readonly path: string;
  /** Estimated bytes of user data. */
  readonly bytes: number;
  /** Bytes that the cloud accepts. */
  readonly most: number;
}

/** Result of a synth. */
export interface SynthSummary {
  /** Folder of the tree; absent if the fleet was only checked. */
  readonly outdir?: string;
  /** Number of clusters written or left unchanged. */
  readonly clusters: number;
  /** Number of objects in them. */
  readonly objects: number;
  /** Number of files that are new or different. */
  readonly written: number;
  /** Number of files that did not change. */
  readonly unchanged: number;
  /** Number of files of an earlier synth that were removed. */
  readonly removed: number;
  /** Estimated user data by construct path, of the clusters that were rendered. */
  readonly userData: readonly UserDataSize[];
  /** Secrets of the management clusters that the manifests refer to but do not contain. */
  readonly secrets: readonly RequiredSecret[];
  /** Credentials with a known expiry date. */
  readonly expiries: readonly Expiry[];
  /** Wall-clock time, in seconds. */
  readonly seconds: number;
}
