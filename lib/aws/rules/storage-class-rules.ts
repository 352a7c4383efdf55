import { eachClass } from '../../addons/rules/class-parameters';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { EBS_CSI } from '../addons/ebs-csi';
import type { AddonSubject } from './subjects';

const PARAMETERS = 'kubernetes-sigs/aws-ebs-csi-driver@v1.45.0:docs/parameters.md';
const LEAST_IOPS: Readonly<Record<string, number>> = { io1: 100, io2: 100, gp3: 3_000 };
const LEAST_THROUGHPUT = 125;
const MOST_THROUGHPUT = 2_000;

/** Rules on the storage classes of the EBS driver. */
export const AWS_STORAGE_CLASS_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'aws-class-iops',
    reason:
      'EBS asks how many operations io1 and io2 are to take, and takes no number for types that are not made for one.',
    source: PARAMETERS,
    check: eachClass('iops', ({ type, iops }) => {
      const least = LEAST_IOPS[String(type)];
      if (iops === undefined) {
        if (least === undefined || type === 'gp3') return undefined;
        return {
          given: iops,
          allowed: `an integer of ${least} or more with ${String(type)}`,
          fix: 'write iops, such as 3000',
        };
      }
      if (least !== undefined && isWholeNumber(Number(iops), least)) return undefined;
      return {
        given: Number(iops),
        allowed:
          least === undefined
            ? 'none, but with the type gp3, io1 or io2'
            : `an integer of ${least} or more with ${String(type)}`,
        fix: least === undefined ? 'leave it out' : 'write 3000',
      };
    }),
  },
  {
    id: 'aws-class-throughput',
    reason: 'A throughput is for gp3 alone, and EBS refuses another one when a volume is claimed.',
    source: PARAMETERS,
    check: eachClass('throughput', ({ type, throughput }) => {
      if (throughput === undefined) return undefined;
      const isWithin = isWholeNumber(Number(throughput), LEAST_THROUGHPUT, MOST_THROUGHPUT);
      if (type === 'gp3' && isWithin) return undefined;
      return {
        given: Number(throughput),
        allowed: `an integer from ${LEAST_THROUGHPUT} to ${MOST_THROUGHPUT}, with the type gp3`,
        fix: 'leave it out',
      };
    }),
  },
  {
    id: 'aws-class-key',
    reason: 'A key encrypts nothing on volumes that are not encrypted.',
    source: PARAMETERS,
    check: eachClass('encrypted', ({ encrypted, kmsKeyId }) =>
      kmsKeyId === undefined || encrypted === 'true'
        ? undefined
        : {
            given: false,
            allowed: 'true beside kmsKeyId',
            fix: 'leave encrypted out',
          },
    ),
  },
];

/** Tells whether an addon is the EBS driver, whose props make its storage classes. */
export function isEbsDriver({ addon }: AddonSubject): boolean {
  return addon.type === EBS_CSI;
}
