import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import type { MachineSubject } from '../../cluster/rules/subjects';
import { type AzureCloudModel, diskController } from '../model/cloud';
import { type AzureDataDisk, type AzureDiskController, diskDevice } from '../model/disk';
import { allDataDisks, type WithDisks } from '../model/etcd-disk';

/** Links that udev creates for data disks by LUN, and for their partitions. */
const BY_LUN = /^\/dev\/disk\/azure\/(?:scsi1\/lun|data\/by-lun\/)(\d+)(?:-part\d+)?$/;

/** Links from azure-vm-utils, which current images contain. */
const BY_UTILS = '/dev/disk/azure/data/by-lun/';

/** Returns the LUN of a data disk's device; undefined for other devices. */
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

/** Returns the mistake in a link that udev does not create: the agent supports only SCSI, azure-vm-utils both controllers. */
function otherLink(device: string, right: string): Finding | undefined {
  if (device.startsWith(right) || device.startsWith(BY_UTILS)) return undefined;
  const link = device.replace(/^.*lun\d+/, right);
  return {
    given: device,
    allowed: `${link}; this VM size attaches disks by NVMe`,
    fix: write(link),
  };
}

/** Disks of VMs by LUN. */
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
      allowed: `a device of dataDisks${known === '' ? ', which is empty' : `: ${known}`}`,
      fix: `write dataDisks: [{ name: '${name}', lun: ${lun}, sizeGiB: 64 }]`,
    };
  },
  untold: () => undefined,
  diskAt(subject, device) {
    const lun = lunOf(device);
    return lun === undefined ? undefined : disksOf(subject).find((disk) => disk.lun === lun);
  },
};
