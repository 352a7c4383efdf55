import type { AwsControlPlane } from './control-plane';
import { INSTANCE_PROFILES } from './machine';
import type { AwsPool } from './node-pool';

/** Bucket of S3 through which machines get configurations that Ignition reads. */
export interface IgnitionBucket {
  /**
   * Name of the bucket, which is the only one of its name in the world; the provider makes it.
   *
   * @see AWSCluster.spec.s3Bucket.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
}

/** Instance profiles of machines that read from a cluster's bucket. */
export function bucketProfiles(cluster: {
  readonly controlPlane: AwsControlPlane;
  readonly pools: readonly AwsPool[];
}): { readonly controlPlane: string; readonly workers: readonly string[] } {
  const workers = [...new Set(cluster.pools.map(({ instanceProfile }) => instanceProfile))].sort();
  return {
    controlPlane: cluster.controlPlane.instanceProfile,
    // The webhook wants one, and pools may come later.
    workers: workers.length === 0 ? [INSTANCE_PROFILES.workers] : workers,
  };
}
