import type { Fields } from '../../base/fields';
import { leaveOut, write } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isWholeNumber } from '../../base/words';
import { noFieldOfMachines, objectRule } from '../../cluster/rules/object-rule';
import { DATA_DISK_GIB, MOST_LUN, OS_DISK_GIB } from '../model/limits';
import { isPublicKey } from './ssh-key';

const TEMPLATE = 'CAPZ@v1.26.0:internal/webhooks/azuremachinetemplate_webhook.go';
const MACHINE = 'CAPZ@v1.26.0:internal/webhooks/azuremachine_validation.go';
const IMAGE = 'CAPZ@v1.26.0:internal/webhooks/azureimage_validation.go';
const IMAGES = ['id', 'marketplace', 'sharedGallery', 'computeGallery'] as const;
const ULTRA = 'UltraSSD_LRS';
const OF_ONE_MACHINE = [['roleAssignmentName'], ['systemAssignedIdentityRole', 'name']];

/** Rules for AzureMachines and their templates. */
export const AZURE_MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-azure-one-machine',
    reason: 'The webhook rejects a template with fields that belong to a single machine.',
    source: TEMPLATE,
    check: noFieldOfMachines(...OF_ONE_MACHINE),
  }),
  objectRule({
    id: 'object-azure-image',
    reason:
      'The webhook accepts exactly one image source, and requires subscription and resource group together for your own gallery.',
    source: IMAGE,
    check(spec, refuse) {
      if (spec.image === undefined) return;
      const image = mapAt(spec, 'image');
      const given = IMAGES.filter((one) => image[one] !== undefined);
      if (given.length !== 1) {
        const allowed = 'exactly one of id, marketplace, computeGallery and sharedGallery';
        refuse('spec.image', { given, allowed, fix: 'leave the others out' });
      }
      const gallery = mapAt(image, 'computeGallery');
      for (const [one, other] of [
        ['subscriptionID', 'resourceGroup'],
        ['resourceGroup', 'subscriptionID'],
      ] as const) {
        if (gallery[one] !== undefined || gallery[other] === undefined) continue;
        refuse(`spec.image.computeGallery.${one}`, {
          given: undefined,
          allowed: `a value when ${other} is set`,
          fix: 'write it, or leave both out',
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-disk',
    reason: 'The webhook rejects disks of other sizes, and duplicate LUNs and name suffixes.',
    source: MACHINE,
    check(spec, refuse) {
      const size = valueAt(spec, 'osDisk', 'diskSizeGB');
      if (size !== undefined && !isWholeNumber(size, OS_DISK_GIB.least, OS_DISK_GIB.most)) {
        const allowed = `an integer from ${OS_DISK_GIB.least} to ${OS_DISK_GIB.most}`;
        refuse('spec.osDisk.diskSizeGB', { given: size, allowed, fix: leaveOut() });
      }
      const disks = mapsAt(spec, 'dataDisks');
      for (const [disk, index] of disks) {
        const { diskSizeGB, lun, nameSuffix } = disk;
        const place = `spec.dataDisks[${index}]`;
        const before = disks.slice(0, index).map(([one]) => one);
        if (!isWholeNumber(diskSizeGB, DATA_DISK_GIB.least, DATA_DISK_GIB.most)) {
          const allowed = `an integer from ${DATA_DISK_GIB.least} to ${DATA_DISK_GIB.most}`;
          refuse(`${place}.diskSizeGB`, { given: diskSizeGB, allowed, fix: write(64) });
        }
        if (!isWholeNumber(lun, 0, MOST_LUN) || before.some((one) => one.lun === lun)) {
          const allowed = `an integer from 0 to ${MOST_LUN} that no other disk has`;
          refuse(`${place}.lun`, { given: lun, allowed, fix: write(index) });
        }
        if (nameSuffix !== '' && !before.some((one) => one.nameSuffix === nameSuffix)) continue;
        const allowed = 'a suffix that no other disk has';
        refuse(`${place}.nameSuffix`, {
          given: nameSuffix,
          allowed,
          fix: write(`data-${index}`),
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-managed-disk',
    reason:
      'The webhook requires the type of a managed disk, and accepts UltraSSD_LRS only for data disks without caching.',
    source: MACHINE,
    check(spec, refuse) {
      for (const [place, disk] of managedDisks(spec)) {
        const { storageAccountType: type } = mapAt(disk, 'managedDisk');
        const field = `${place}.managedDisk.storageAccountType`;
        if (type === undefined || type === '') {
          const allowed = 'a disk type, required by the other fields of managedDisk';
          refuse(field, { given: type, allowed, fix: write('Premium_LRS') });
        }
        if (type !== ULTRA) continue;
        if (place === 'spec.osDisk') {
          refuse(field, {
            given: type,
            allowed: 'another type for the OS disk',
            fix: write('Premium_LRS'),
          });
        }
        const { cachingType } = disk;
        if (cachingType === undefined || cachingType === 'None') continue;
        refuse(`${place}.cachingType`, {
          given: cachingType,
          allowed: `"None" for ${JSON.stringify(ULTRA)}`,
          fix: write('None'),
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-ephemeral',
    reason: 'The webhook rejects a disk encryption set for an ephemeral disk.',
    source: MACHINE,
    check(spec, refuse) {
      const given = valueAt(spec, 'osDisk', 'managedDisk', 'diskEncryptionSet');
      if (given === undefined || valueAt(spec, 'osDisk', 'diffDiskSettings') === undefined) return;
      refuse('spec.osDisk.managedDisk.diskEncryptionSet', {
        given,
        allowed: 'none; diffDiskSettings is set',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-ssh-key',
    reason: 'The webhook accepts only a base64-encoded public key.',
    source: MACHINE,
    check({ sshPublicKey: given }, refuse) {
      if (typeof given !== 'string' || given === '') return;
      if (isPublicKey(Buffer.from(given, 'base64').toString().trim())) return;
      refuse('spec.sshPublicKey', {
        given,
        allowed: 'an OpenSSH public key in base64',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-identity',
    reason:
      'The webhook accepts user-assigned identities only with type UserAssigned, and a role only with SystemAssigned.',
    source: MACHINE,
    check(spec, refuse) {
      const { identity = 'None', systemAssignedIdentityRole: role } = spec;
      const given = mapsAt(spec, 'userAssignedIdentities').length;
      if (given > 0 !== (identity === 'UserAssigned')) {
        refuse('spec.identity', {
          given: identity,
          allowed: '"UserAssigned" together with userAssignedIdentities',
          fix: given > 0 ? write('UserAssigned') : leaveOut(),
        });
      }
      if (role === undefined || identity === 'SystemAssigned') return;
      refuse('spec.systemAssignedIdentityRole', {
        given: role,
        allowed: 'none; only identity "SystemAssigned" has a role',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-interfaces',
    reason:
      'The webhook rejects the fields that networkInterfaces replaces, and interfaces without an IP address.',
    source: TEMPLATE,
    check(spec, refuse) {
      const interfaces = mapsAt(spec, 'networkInterfaces');
      if (interfaces.length === 0) return;
      for (const field of ['subnetName', 'acceleratedNetworking'] as const) {
        const given = spec[field];
        if (given === undefined || given === '') continue;
        refuse(`spec.${field}`, {
          given,
          allowed: 'none; networkInterfaces is set',
          fix: leaveOut(),
        });
      }
      for (const [{ privateIPConfigs: given }, index] of interfaces) {
        if (given === undefined || isWholeNumber(given, 1)) continue;
        refuse(`spec.networkInterfaces[${index}].privateIPConfigs`, {
          given,
          allowed: 'an integer of 1 or more',
          fix: write(1),
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-extensions',
    reason: 'The webhook rejects extensions on a machine with disabled extension operations.',
    source: TEMPLATE,
    check(spec, refuse) {
      const { vmExtensions: given, disableExtensionOperations } = spec;
      if (disableExtensionOperations !== true || mapsAt(spec, 'vmExtensions').length === 0) return;
      refuse('spec.vmExtensions', {
        given,
        allowed: 'none; disableExtensionOperations is true',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-confidential',
    reason:
      'The webhook accepts confidential disk encryption only on a confidential VM with a vTPM.',
    source: MACHINE,
    check(spec, refuse) {
      const way = ['osDisk', 'managedDisk', 'securityProfile'];
      const kind = valueAt(spec, ...way, 'securityEncryptionType');
      const isWhole = kind === 'DiskWithVMGuestState';
      if (valueAt(spec, ...way, 'diskEncryptionSet') !== undefined && !isWhole) {
        refuse(`spec.${way.join('.')}.diskEncryptionSet`, {
          given: valueAt(spec, ...way, 'diskEncryptionSet'),
          allowed: 'none; only "DiskWithVMGuestState" uses it',
          fix: leaveOut(),
        });
      }
      if (kind === undefined || spec.securityProfile === undefined) return;
      const profile = mapAt(spec, 'securityProfile');
      const wanted: readonly [string, unknown, unknown][] = [
        ['securityType', profile.securityType, 'ConfidentialVM'],
        ['uefiSettings.vTpmEnabled', valueAt(profile, 'uefiSettings', 'vTpmEnabled'), true],
        ...(isWhole
          ? ([
              [
                'uefiSettings.secureBootEnabled',
                valueAt(profile, 'uefiSettings', 'secureBootEnabled'),
                true,
              ],
              ['encryptionAtHost', profile.encryptionAtHost ?? false, false],
            ] as [string, unknown, unknown][])
          : []),
      ];
      for (const [field, given, value] of wanted) {
        if (given === value) continue;
        refuse(`spec.securityProfile.${field}`, {
          given,
          allowed: `${JSON.stringify(value)} with this securityEncryptionType`,
          fix: write(value),
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-diagnostics',
    reason: 'The webhook accepts a storage account only with type UserManaged, which requires one.',
    source: MACHINE,
    check(spec, refuse) {
      const { storageAccountType: type, userManaged } = mapAt(spec, 'diagnostics', 'boot');
      const isOwn = type === 'UserManaged';
      if (type === undefined || isOwn === (userManaged !== undefined)) return;
      refuse('spec.diagnostics.boot.userManaged', {
        given: userManaged,
        allowed: isOwn ? 'the URI of a storage account' : 'none; only "UserManaged" uses it',
        fix: isOwn ? 'write storageAccountURI' : leaveOut(),
      });
    },
  }),
];

/** Returns the disks of a machine that have managedDisk, by field. */
function managedDisks(spec: Fields): readonly [string, Fields][] {
  const all: readonly [string, Fields][] = [
    ['spec.osDisk', mapAt(spec, 'osDisk')],
    ...mapsAt(spec, 'dataDisks').map(([disk, index]): [string, Fields] => [
      `spec.dataDisks[${index}]`,
      disk,
    ]),
  ];
  return all.filter(([, disk]) => disk.managedDisk !== undefined);
}
