import { eachClass } from '../../addons/rules/class-parameters';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { AZURE_DISK_CSI } from '../addons/disk-csi';
import { FAST_STORAGE } from '../model/limits';
import { resourceFinding } from './names';
import type { AddonSubject } from './subjects';

const PARAMETERS = 'kubernetes-sigs/azuredisk-csi-driver@v1.33.1:docs/driver-parameters.md';
const NUMBERS = { iops: 'DiskIOPSReadWrite', throughput: 'DiskMBpsReadWrite' } as const;

/** Rules on the storage classes of the Azure Disk driver. */
export const AZURE_STORAGE_CLASS_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'azure-class-caching',
    reason: 'Machines keep nothing of disks that are fast by themselves.',
    source: PARAMETERS,
    check: eachClass('cachingMode', ({ skuName, cachingMode }) =>
      !FAST_STORAGE.includes(skuName) || cachingMode === 'None'
        ? undefined
        : {
            given: cachingMode,
            allowed: `"None" with ${String(skuName)}`,
            fix: 'leave it out',
          },
    ),
  },
  numberRule('azure-class-iops', 'iops', 100),
  numberRule('azure-class-throughput', 'throughput', 1),
  {
    id: 'azure-class-key',
    reason: 'A set of keys is found by the identifier of its resource.',
    source: PARAMETERS,
    check: eachClass('diskEncryptionSetId', ({ diskEncryptionSetID: id }) =>
      id === undefined
        ? undefined
        : resourceFinding(String(id), 'Microsoft.Compute/diskEncryptionSets'),
    ),
  },
];

/** Tells whether an addon is the Azure Disk driver, whose props make its storage classes. */
export function isDiskDriver({ addon }: AddonSubject): boolean {
  return addon.type === AZURE_DISK_CSI;
}

/** Rule on a number that is for kinds of disks whose speed is chosen. */
function numberRule(id: string, prop: keyof typeof NUMBERS, least: number): Rule<AddonSubject> {
  return {
    id,
    reason: 'The speed of a disk is chosen with UltraSSD and PremiumV2 alone.',
    source: PARAMETERS,
    check: eachClass(prop, (parameters) => {
      const given = parameters[NUMBERS[prop]];
      if (given === undefined) return undefined;
      if (FAST_STORAGE.includes(parameters.skuName) && isWholeNumber(Number(given), least)) {
        return undefined;
      }
      return {
        given: Number(given),
        allowed: `an integer of ${least} or more, with UltraSSD_LRS or PremiumV2_LRS`,
        fix: 'leave it out',
      };
    }),
  };
}
