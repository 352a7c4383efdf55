import type { CarriedSecret, SecretWriter } from '../secrets/model/cluster-secret';

/** Secret that a cluster needs and its manifests only name. */
export interface RequiredSecret {
  /** Construct path of the cluster. */
  readonly cluster: string;
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** Whether it is a Secret of the management cluster or of the cluster itself. */
  readonly where: 'management' | 'workload';
  /** Namespace of the Secret. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read; empty where whatever there is will do. */
  readonly keys: readonly string[];
  /** Type that it has to have; absent where any will do. */
  readonly type?: string;
  /** Secret of the workload cluster whose manifest it holds. */
  readonly carries?: CarriedSecret;
  /** Places of the program that need it. */
  readonly for: readonly string[];
  /** Who writes it; absent where it has to be there before the manifests are applied. */
  readonly writtenBy?: SecretWriter;
  /** Moment from which the cloud refuses the credentials in it, in RFC 3339; absent where none is known. */
  readonly expiresAt?: string;
}

/** Tells whether a Secret has to be there before the manifests are applied. */
export function isMissing({ writtenBy }: RequiredSecret): boolean {
  return writtenBy === undefined;
}
