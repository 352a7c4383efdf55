import type { AwsControlPlane } from './control-plane';
import { INSTANCE_PROFILES } from './machine';
import type { AwsPool } from './node-pool';

/** S3 bucket that serves Ignition configurations to machines. */
export interface IgnitionBucket {
  /**
   * Name of the bucket, which must be globally unique. The provider creates the bucket.
   *
   * @see AWSCluster.spec.s3Bucket.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
}

/** Returns the instance profiles of machines that read from a cluster's bucket. */
export function bucketProfiles(cluster: {
  readonly controlPlane: AwsControlPlane;
  readonly pools: readonly AwsPool[];
}): { readonly controlPlane: string; readonly workers: readonly string[] } {
  const workers = [...new Set(cluster.pools.map(({ instanceProfile }) => instanceProfile))].sort();
  return {
    controlPlane: cluster.controlPlane.instanceProfile,
    // The webhook requires one, and pools may be added later.
    workers: workers.length === 0 ? [INSTANCE_PROFILES.workers] : workers,
  };
}
