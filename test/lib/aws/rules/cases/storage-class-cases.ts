import { Addon, type EbsStorageClass } from '../../../../../constructs/index';
import { awsCluster } from '../../../../support/aws-models';
import { OTHERWISE } from '../../../../support/fleets';
import type { RuleCase } from '../../../assembly/rule-case';

/** Examples of rules on storage classes of EBS. */
export const STORAGE_CLASS_CASES: readonly RuleCase[] = [
  {
    rule: 'aws-class-iops',
    broken: withClass({ iops: 2_999 }),
    sound: withClass({ iops: 3_000 }),
    says: `mothership/demo/ebs-csi: storageClasses[0].iops is 2999
  allowed: an integer of 3000 or more for gp3
  fix: write 3000`,
  },
  {
    rule: 'aws-class-iops',
    broken: withClass({ type: 'io2' }),
    sound: withClass({ type: 'io2', iops: 100 }),
    says: `mothership/demo/ebs-csi: storageClasses[0].iops is missing
  allowed: an integer of 100 or more for io2
  fix: write iops, such as 3000`,
  },
  {
    rule: 'aws-class-iops',
    broken: withClass({ type: 'st1', iops: 3_000 }),
    sound: withClass({ type: 'st1' }),
    says: `mothership/demo/ebs-csi: storageClasses[0].iops is 3000
  allowed: none; only gp3, io1 and io2 have configurable iops
  fix: leave it out`,
  },
  {
    rule: 'aws-class-throughput',
    broken: withClass({ throughput: 124 }),
    sound: withClass({ throughput: 125 }),
    says: `mothership/demo/ebs-csi: storageClasses[0].throughput is 124
  allowed: an integer from 125 to 2000, only with type gp3
  fix: leave it out`,
  },
  {
    rule: 'aws-class-throughput',
    broken: withClass({ type: 'gp2', throughput: 250 }),
    sound: withClass({ type: 'gp2' }),
    says: `mothership/demo/ebs-csi: storageClasses[0].throughput is 250
  allowed: an integer from 125 to 2000, only with type gp3
  fix: leave it out`,
  },
  {
    rule: 'aws-class-key',
    broken: withClass({
      encrypted: false,
      kmsKeyId: 'arn:aws:kms:eu-central-1:123456789012:key/a',
    }),
    sound: withClass({ kmsKeyId: 'arn:aws:kms:eu-central-1:123456789012:key/a' }),
    says: `mothership/demo/ebs-csi: storageClasses[0].encrypted is false
  allowed: true when kmsKeyId is set
  fix: leave encrypted out`,
  },
];

/** Cluster with the EBS driver and one storage class of it. */
function withClass(storageClass: Partial<EbsStorageClass>) {
  const addon = Addon.ebsCsi({ storageClasses: [{ name: 'fast', ...storageClass }] });
  const cluster = awsCluster({ installedOtherwise: OTHERWISE });
  return { ...cluster, addons: [addon.describe(cluster, `${cluster.path}/${addon.name}`)] };
}
