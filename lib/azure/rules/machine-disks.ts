import type { MachineDisks } from '../../cluster/rules/machine-disks';
import type { MachineSubject } from '../../cluster/rules/subjects';
import { type AzureCloudModel, diskController } from '../model/cloud';
import { type AzureDataDisk, diskDevice } from '../model/disk';
import { allDataDisks, type WithDisks } from '../model/etcd-disk';

/** Links that udev makes of data disks by their numbers, and those of their partitions. */
const BY_LUN = /^\/dev\/disk\/azure\/(?:scsi1\/lun|data\/by-lun\/)(\d+)(?:-part\d+)?$/;

/** Number of the data disk that a device is; absent for another device. */
export function lunOf(device: string): number | undefined {
  const lun = BY_LUN.exec(device)?.[1];
  return lun === undefined ? undefined : Number(lun);
}

function disksOf({ machine }: MachineSubject): readonly AzureDataDisk[] {
  return allDataDisks(machine as WithDisks);
}

/** Disks of virtual machines, by the numbers that programs give them. */
export const AZURE_DISKS: MachineDisks = {
  sources: {
    devices: 'Azure/WALinuxAgent@master:config/66-azure-storage.rules',
    told: 'Azure/WALinuxAgent@master:config/66-azure-storage.rules',
  },
  missing(subject, device, name = 'data') {
    const lun = lunOf(device);
    const luns = disksOf(subject).map((disk) => disk.lun);
    if (lun === undefined || luns.includes(lun)) return undefined;
    const { cloud } = subject.cluster;
    const controller = diskController(cloud as AzureCloudModel, subject.machine.size);
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
