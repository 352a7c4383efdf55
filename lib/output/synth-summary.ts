import type { RequiredSecret } from '../assembly/required-secret';
import type { Expiry } from '../cluster/model/credential-expiry';

/** Size of what machines are told when they start. */
export interface UserDataSize {
  /** Construct path of the control plane or pool. */
  readonly path: string;
  /** Bytes of user data, about. */
  readonly bytes: number;
  /** Bytes that the cloud takes. */
  readonly most: number;
}

/** What a synth did. */
export interface SynthSummary {
  /** Number of clusters written or left unchanged. */
  readonly clusters: number;
  /** Number of objects in them. */
  readonly objects: number;
  /** Number of files that are new or different. */
  readonly written: number;
  /** Number of files that were the same already. */
  readonly unchanged: number;
  /** Number of files of an earlier synth that are gone now. */
  readonly removed: number;
  /** Bytes of user data that machines get, about, by their construct paths; of the clusters that were rendered. */
  readonly userData: readonly UserDataSize[];
  /** Secrets of the management clusters that the clusters need and their manifests only name. */
  readonly secrets: readonly RequiredSecret[];
  /** Credentials of which it is known when they expire. */
  readonly expiries: readonly Expiry[];
  /** Wall-clock time, in seconds. */
  readonly seconds: number;
}
