import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import type { MachineSubject } from '../../cluster/rules/subjects';
import { type AzureCloudModel, diskController } from '../model/cloud';
import { type AzureDataDisk, type AzureDiskController, diskDevice } from '../model/disk';
import { allDataDisks, type WithDisks } from '../model/etcd-disk';

/** Links that udev makes of data disks by their numbers, and those of their partitions. */
const BY_LUN = /^\/dev\/disk\/azure\/(?:scsi1\/lun|data\/by-lun\/)(\d+)(?:-part\d+)?$/;

/** Links of azure-vm-utils, which images of today have. */
const BY_UTILS = '/dev/disk/azure/data/by-lun/';

/** Number of the data disk that a device is; absent for another device. */
export function lunOf(device: string): number | undefined {
  const lun = BY_LUN.exec(device)?.[1];
  return lun === undefined ? undefined : Number(lun);
}

function disksOf({ machine }: MachineSubject): readonly AzureDataDisk[] {
  return allDataDisks(machine as WithDisks);
}

function controllerOf({ cluster, machine }: MachineSubject): AzureDiskController {
  return diskController(cluster.cloud as AzureCloudModel, machine.size);
}

/** What is wrong with a link that udev does not make: the agent's are there for SCSI alone, those of azure-vm-utils for both. */
function otherLink(device: string, right: string): Finding | undefined {
  if (device.startsWith(right) || device.startsWith(BY_UTILS)) return undefined;
  const link = device.replace(/^.*lun\d+/, right);
  return {
    given: device,
    allowed: `${link}, as disks of this size are attached by NVMe`,
    fix: write(link),
  };
}

/** Disks of virtual machines, by the numbers that programs give them. */
export const AZURE_DISKS: MachineDisks = {
  sources: {
    devices: 'Azure/WALinuxAgent@master:config/66-azure-storage.rules',
    told: 'Azure/WALinuxAgent@master:config/66-azure-storage.rules',
  },
  missing(subject, device, name = 'data') {
    const lun = lunOf(device);
    if (lun === undefined) return undefined;
    const luns = disksOf(subject).map((disk) => disk.lun);
    const controller = controllerOf(subject);
    if (luns.includes(lun)) return otherLink(device, diskDevice(lun, controller));
    const known = luns.map((one) => diskDevice(one, controller)).join(', ');
    return {
      given: device,
      allowed: `the number of one of dataDisks${known === '' ? ', of which there are none' : `: ${known}`}`,
      fix: `give dataDisks: [{ name: '${name}', lun: ${lun}, sizeGiB: 64 }]`,
    };
  },
  untold: () => undefined,
  diskAt(subject, device) {
    const lun = lunOf(device);
    return lun === undefined ? undefined : disksOf(subject).find((disk) => disk.lun === lun);
  },
};
