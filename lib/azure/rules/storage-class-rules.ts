import { eachClass } from '../../addons/rules/class-parameters';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { AZURE_DISK_CSI } from '../addons/disk-csi';
import { FAST_STORAGE } from '../model/limits';
import { resourceFinding } from './names';
import type { AddonSubject } from './subjects';

const PARAMETERS = 'kubernetes-sigs/azuredisk-csi-driver@v1.33.1:docs/driver-parameters.md';
const NUMBERS = { iops: 'DiskIOPSReadWrite', throughput: 'DiskMBpsReadWrite' } as const;

/** Rules for the storage classes of the Azure Disk driver. */
export const AZURE_STORAGE_CLASS_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'azure-class-caching',
    reason: 'Azure does not cache UltraSSD and PremiumV2 disks.',
    source: PARAMETERS,
    check: eachClass('cachingMode', ({ skuName, cachingMode }) =>
      !FAST_STORAGE.includes(skuName) || cachingMode === 'None'
        ? undefined
        : {
            given: cachingMode,
            allowed: `"None" for ${String(skuName)}`,
            fix: 'leave it out',
          },
    ),
  },
  numberRule('azure-class-iops', 'iops', 100),
  numberRule('azure-class-throughput', 'throughput', 1),
  {
    id: 'azure-class-key',
    reason: 'Azure finds a disk encryption set only by its resource ID.',
    source: PARAMETERS,
    check: eachClass('diskEncryptionSetId', ({ diskEncryptionSetID: id }) =>
      id === undefined
        ? undefined
        : resourceFinding(String(id), 'Microsoft.Compute/diskEncryptionSets'),
    ),
  },
];

/** Returns whether an addon is the Azure Disk driver, whose props define storage classes. */
export function isDiskDriver({ addon }: AddonSubject): boolean {
  return addon.type === AZURE_DISK_CSI;
}

/** Creates a rule for a number that only disk types with configurable performance accept. */
function numberRule(id: string, prop: keyof typeof NUMBERS, least: number): Rule<AddonSubject> {
  return {
    id,
    reason: 'Only UltraSSD and PremiumV2 disks have configurable performance.',
    source: PARAMETERS,
    check: eachClass(prop, (parameters) => {
      const given = parameters[NUMBERS[prop]];
      if (given === undefined) return undefined;
      if (FAST_STORAGE.includes(parameters.skuName) && isWholeNumber(Number(given), least)) {
        return undefined;
      }
      return {
        given: Number(given),
        allowed: `an integer of ${least} or more, only with UltraSSD_LRS or PremiumV2_LRS`,
        fix: 'leave it out',
      };
    }),
  };
}
