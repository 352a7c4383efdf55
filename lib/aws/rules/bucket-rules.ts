import { isAddress } from '../../base/cidr';
import { leaveOut, suchAs } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { AwsCluster } from '../model/cluster';
import type { MachineSubject } from './subjects';

const BUCKET = 'CAPA@v2.11.1:api/v1beta2/s3bucket.go';
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Rules for the buckets of clusters. */
export const AWS_BUCKET_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-bucket-name',
    reason: 'S3 rejects other bucket names.',
    source: BUCKET,
    check({ path, bucket }, refuse) {
      if (bucket === undefined || (NAME.test(bucket.name) && !isAddress(bucket.name))) return;
      refuse(
        { path, prop: 'bucket.name' },
        {
          given: bucket.name,
          allowed:
            '3 to 63 lowercase letters, digits, dots and dashes, starting and ending with a letter or digit, not an IP address',
          fix: suchAs('example-clusters-ignition'),
        },
      );
    },
  },
];

/** Rules for machines that boot with Ignition. */
export const AWS_IGNITION_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'aws-ignition-bucket',
    reason:
      'An Ignition configuration does not fit into EC2 user data, so machines read it from a bucket.',
    source: 'CAPA@v2.11.1:controllers/awsmachine_controller.go',
    check({ cluster, machine: { path } }, refuse) {
      if (cluster.bucket !== undefined) return;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: 'ignition',
          allowed: 'Ignition in a cluster with a bucket',
          fix: "add bucket: { name: '…' } to the cluster, or leave format out",
        },
      );
    },
  },
  {
    id: 'aws-ignition-store',
    reason: 'The webhook rejects a user data store for cloud-init on a machine that uses Ignition.',
    source: 'CAPA@v2.11.1:webhooks/awsmachinetemplate_webhook.go',
    check({ machine: { path, userDataStore } }, refuse) {
      if (userDataStore === undefined) return;
      refuse(
        { path, prop: 'userDataStore' },
        { given: userDataStore, allowed: 'none; Ignition reads from the bucket', fix: leaveOut() },
      );
    },
  },
];
