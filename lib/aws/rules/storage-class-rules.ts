import { eachClass } from '../../addons/rules/class-parameters';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { EBS_CSI } from '../addons/ebs-csi';
import type { AddonSubject } from './subjects';

const PARAMETERS = 'kubernetes-sigs/aws-ebs-csi-driver@v1.45.0:docs/parameters.md';
const LEAST_IOPS: Readonly<Record<string, number>> = { io1: 100, io2: 100, gp3: 3_000 };
const LEAST_THROUGHPUT = 125;
const MOST_THROUGHPUT = 2_000;

/** Rules for the storage classes of the EBS driver. */
export const AWS_STORAGE_CLASS_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'aws-class-iops',
    reason:
      'EBS requires iops for io1 and io2, and rejects it for types without configurable iops.',
    source: PARAMETERS,
    check: eachClass('iops', ({ type, iops }) => {
      const least = LEAST_IOPS[String(type)];
      if (iops === undefined) {
        if (least === undefined || type === 'gp3') return undefined;
        return {
          given: iops,
          allowed: `an integer of ${least} or more for ${String(type)}`,
          fix: 'write iops, such as 3000',
        };
      }
      if (least !== undefined && isWholeNumber(Number(iops), least)) return undefined;
      return {
        given: Number(iops),
        allowed:
          least === undefined
            ? 'none; only gp3, io1 and io2 have configurable iops'
            : `an integer of ${least} or more for ${String(type)}`,
        fix: least === undefined ? 'leave it out' : 'write 3000',
      };
    }),
  },
  {
    id: 'aws-class-throughput',
    reason:
      'EBS accepts a throughput only for gp3, and otherwise rejects the volume when it is claimed.',
    source: PARAMETERS,
    check: eachClass('throughput', ({ type, throughput }) => {
      if (throughput === undefined) return undefined;
      const isWithin = isWholeNumber(Number(throughput), LEAST_THROUGHPUT, MOST_THROUGHPUT);
      if (type === 'gp3' && isWithin) return undefined;
      return {
        given: Number(throughput),
        allowed: `an integer from ${LEAST_THROUGHPUT} to ${MOST_THROUGHPUT}, only with type gp3`,
        fix: 'leave it out',
      };
    }),
  },
  {
    id: 'aws-class-key',
    reason: 'A KMS key has no effect on volumes that are not encrypted.',
    source: PARAMETERS,
    check: eachClass('encrypted', ({ encrypted, kmsKeyId }) =>
      kmsKeyId === undefined || encrypted === 'true'
        ? undefined
        : {
            given: false,
            allowed: 'true when kmsKeyId is set',
            fix: 'leave encrypted out',
          },
    ),
  },
];

/** Returns whether an addon is the EBS driver, whose props define storage classes. */
export function isEbsDriver({ addon }: AddonSubject): boolean {
  return addon.type === EBS_CSI;
}
