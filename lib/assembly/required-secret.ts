import type { CarriedSecret, SecretWriter } from '../secrets/model/cluster-secret';

/** Secret that a cluster needs and that its manifests only refer to. */
export interface RequiredSecret {
  /** Construct path of the cluster. */
  readonly cluster: string;
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** Whether the Secret is in the management cluster or in the workload cluster. */
  readonly where: 'management' | 'workload';
  /** Namespace of the Secret. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read; empty if any keys are accepted. */
  readonly keys: readonly string[];
  /** Required type; absent if any type is accepted. */
  readonly type?: string;
  /** Secret of the workload cluster whose manifest it contains. */
  readonly carries?: CarriedSecret;
  /** Places in the program that need it. */
  readonly for: readonly string[];
  /** What writes it; absent if it must exist before the manifests are applied. */
  readonly writtenBy?: SecretWriter;
  /** Time at which the credentials in it expire, in RFC 3339 format; absent if unknown. */
  readonly expiresAt?: string;
}

/** Tells whether a Secret must exist before the manifests are applied. */
export function isMissing({ writtenBy }: RequiredSecret): boolean {
  return writtenBy === undefined;
}
