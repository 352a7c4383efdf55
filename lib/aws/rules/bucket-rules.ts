import { isAddress } from '../../base/cidr';
import { leaveOut, suchAs } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { AwsCluster } from '../model/cluster';
import type { MachineSubject } from './subjects';

const BUCKET = 'CAPA@v2.11.1:api/v1beta2/s3bucket.go';
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Rules on the buckets of clusters. */
export const AWS_BUCKET_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-bucket-name',
    reason: 'S3 takes no other names for buckets.',
    source: BUCKET,
    check({ path, bucket }, refuse) {
      if (bucket === undefined || (NAME.test(bucket.name) && !isAddress(bucket.name))) return;
      refuse(
        { path, prop: 'bucket.name' },
        {
          given: bucket.name,
          allowed:
            '3 to 63 lower-case letters, digits, dots and dashes, a letter or digit at both ends, and no address',
          fix: suchAs('example-clusters-ignition'),
        },
      );
    },
  },
];

/** Rules on what machines that start by Ignition need. */
export const AWS_IGNITION_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'aws-ignition-bucket',
    reason: 'What Ignition reads is more than user data hold, and comes from a bucket.',
    source: 'CAPA@v2.11.1:controllers/awsmachine_controller.go',
    check({ cluster, machine: { path } }, refuse) {
      if (cluster.bucket !== undefined) return;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: 'ignition',
          allowed: 'Ignition beside a bucket of the cluster',
          fix: "write bucket: { name: '…' } in the cluster, or leave the format out",
        },
      );
    },
  },
  {
    id: 'aws-ignition-store',
    reason: 'The webhook takes no store of cloud-init beside Ignition.',
    source: 'CAPA@v2.11.1:webhooks/awsmachinetemplate_webhook.go',
    check({ machine: { path, userDataStore } }, refuse) {
      if (userDataStore === undefined) return;
      refuse(
        { path, prop: 'userDataStore' },
        { given: userDataStore, allowed: 'none beside Ignition', fix: leaveOut() },
      );
    },
  },
];
