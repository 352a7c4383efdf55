import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber, nextWhole } from '../../base/words';
import { type AzureDataDisk, type AzureDisk, isUncached } from '../model/disk';
import { allDataDisks, type WithDisks } from '../model/etcd-disk';
import { DATA_DISK_GIB, FAST_STORAGE, MOST_LUN, OS_DISK_GIB } from '../model/limits';
import { nameFinding, resourceFinding } from './names';
import type { MachineSubject } from './subjects';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azuremachine_validation.go';
const DISKS = 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/disks-types.md';

interface Mistake {
  readonly part: string;
  readonly finding: Finding;
}
type WithEtcd = MachineSubject & { readonly machine: WithDisks };

/** Rules for the disks of machines. */
export const AZURE_DISK_RULES: readonly Rule<WithEtcd>[] = [
  {
    id: 'azure-disk-size',
    reason: 'The webhook accepts only OS disks of up to 2048 GiB and data disks of 4 to 32767 GiB.',
    source: WEBHOOK,
    check: eachDisk(({ sizeGiB }, isData) => {
      const { least, most } = isData ? DATA_DISK_GIB : OS_DISK_GIB;
      if (isWholeNumber(sizeGiB, least, most)) return undefined;
      return {
        part: 'sizeGiB',
        finding: {
          given: sizeGiB,
          allowed: `an integer from ${least} to ${most} GiB`,
          fix: write(nextWhole(sizeGiB, least, most) ?? (sizeGiB > most ? most : least)),
        },
      };
    }),
  },
  {
    id: 'azure-disk-type',
    reason:
      'Machines cannot boot from UltraSSD and PremiumV2 disks, and a disk with its own encryption needs a storage type.',
    source: WEBHOOK,
    check: eachDisk((disk, isData) => {
      const { storageType } = disk;
      const part = 'storageType';
      if (!isData && FAST_STORAGE.includes(storageType)) {
        const allowed = 'another type; this one is only for data disks';
        return { part, finding: { given: storageType, allowed, fix: write('Premium_LRS') } };
      }
      const isConfidential =
        'confidentialEncryption' in disk && disk.confidentialEncryption !== undefined;
      if (storageType !== undefined || (disk.encryptionSetId === undefined && !isConfidential)) {
        return undefined;
      }
      const allowed = 'a storage type when encryptionSetId or confidentialEncryption is set';
      return { part, finding: { given: storageType, allowed, fix: write('Premium_LRS') } };
    }),
  },
  {
    id: 'azure-disk-encryption',
    reason:
      'Azure finds a disk encryption set only by its resource ID, and does not use one for ephemeral disks.',
    source: WEBHOOK,
    check: eachDisk((disk) => {
      const { encryptionSetId } = disk;
      if (encryptionSetId === undefined) return undefined;
      const part = 'encryptionSetId';
      if ('ephemeral' in disk && disk.ephemeral !== undefined) {
        const allowed = 'none; the disk is ephemeral';
        return { part, finding: { given: encryptionSetId, allowed, fix: leaveOut() } };
      }
      const finding = resourceFinding(encryptionSetId, 'Microsoft.Compute/diskEncryptionSets');
      return finding && { part, finding };
    }),
  },
  {
    id: 'azure-disk-caching',
    reason: 'Azure does not cache UltraSSD and PremiumV2 disks or disks larger than 4095 GiB.',
    source: DISKS,
    check: eachDisk((disk, isData) => {
      const { caching } = disk;
      if (!isData || caching === undefined || caching === 'None' || !isUncached(disk)) {
        return undefined;
      }
      return {
        part: 'caching',
        finding: {
          given: caching,
          allowed: '"None" for UltraSSD_LRS, PremiumV2_LRS and disks larger than 4095 GiB',
          fix: leaveOut(),
        },
      };
    }),
  },
  {
    id: 'azure-ephemeral-caching',
    reason: 'Ephemeral disks support only read-only caching.',
    source: 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/ephemeral-os-disks.md',
    check({ machine: { path, rootVolume } }, refuse) {
      const { ephemeral, caching } = rootVolume ?? {};
      if (ephemeral === undefined || caching === undefined || caching === 'ReadOnly') return;
      refuse(
        { path, prop: 'osDisk.caching' },
        { given: caching, allowed: '"ReadOnly" for an ephemeral disk', fix: leaveOut() },
      );
    },
  },
  {
    id: 'azure-ultra-ssd',
    reason: 'A machine can attach UltraSSD disks only if they are enabled for it.',
    source: WEBHOOK,
    check({ machine }, refuse) {
      const hasUltra = allDataDisks(machine).some((disk) => disk.storageType === 'UltraSSD_LRS');
      if (machine.ultraSsd !== false || !hasUltra) return;
      refuse(
        { path: machine.path, prop: 'ultraSsd' },
        { given: false, allowed: 'true for a machine with an UltraSSD_LRS disk', fix: leaveOut() },
      );
    },
  },
  {
    id: 'azure-disk-lun',
    reason: 'Each disk needs a unique LUN on its machine; the etcd disk has LUN 0.',
    source: WEBHOOK,
    check: eachDataDisk(({ lun }, index, others) => {
      const taken = others.map((disk) => disk.lun);
      if (isWholeNumber(lun, 0, MOST_LUN) && !taken.slice(0, index).includes(lun)) return undefined;
      const free = Array.from({ length: MOST_LUN + 1 }, (_, number) => number);
      return {
        part: 'lun',
        finding: {
          given: lun,
          allowed: `an integer from 0 to ${MOST_LUN} that no other disk has, including the etcd disk`,
          fix: write(free.find((number) => !taken.includes(number)) ?? MOST_LUN),
        },
      };
    }),
  },
  {
    id: 'azure-disk-name',
    reason:
      'A disk is named after its machine with this suffix, which must be unique on the machine.',
    source: WEBHOOK,
    check: eachDataDisk(({ name }, index, others) => {
      const finding = nameFinding(name, `data-${index}`);
      if (finding !== undefined) return { part: 'name', finding };
      const taken = others.slice(0, index).map((disk) => disk.name);
      if (!taken.includes(name)) return undefined;
      const allowed = 'a name that no other disk has, including the etcd disk';
      return { part: 'name', finding: { given: name, allowed, fix: nameIt(`${name}-${index}`) } };
    }),
  },
];

/** Checks each disk of a machine: the OS disk, the etcd disk and the data disks. */
function eachDisk(
  mistakeIn: (disk: AzureDisk, isData: boolean) => Mistake | undefined,
): Rule<WithEtcd>['check'] {
  return ({ machine: { path, rootVolume, etcdDisk, dataDisks = [] } }, refuse) => {
    const disks: readonly [string, AzureDisk | undefined][] = [
      ['osDisk', rootVolume],
      ['etcdDisk', etcdDisk],
      ...dataDisks.map((disk, index): [string, AzureDisk] => [`dataDisks[${index}]`, disk]),
    ];
    for (const [prop, disk] of disks) {
      const mistake = disk && mistakeIn(disk, prop !== 'osDisk');
      if (mistake !== undefined) refuse({ path, prop: `${prop}.${mistake.part}` }, mistake.finding);
    }
  };
}

/** Checks each data disk except the etcd disk, given all of them, etcd's first, and its index among them. */
function eachDataDisk(
  mistakeIn: (
    disk: AzureDataDisk,
    index: number,
    all: readonly AzureDataDisk[],
  ) => Mistake | undefined,
): Rule<WithEtcd>['check'] {
  return ({ machine: { path, etcdDisk, dataDisks = [] } }, refuse) => {
    const before = etcdDisk === undefined ? [] : [etcdDisk];
    dataDisks.forEach((disk, index) => {
      const mistake = mistakeIn(disk, before.length + index, [...before, ...dataDisks]);
      if (mistake === undefined) return;
      refuse({ path, prop: `dataDisks[${index}].${mistake.part}` }, mistake.finding);
    });
  };
}
