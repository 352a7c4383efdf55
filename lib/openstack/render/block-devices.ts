import { compact, type Fields } from '../../base/fields';
import type { BlockDeviceModel } from '../model/block-device';

/** Disks of a machine besides the one that it boots from. */
export function blockDevices(
  devices: readonly BlockDeviceModel[] | undefined,
): readonly Fields[] | undefined {
  return devices?.map(({ name, sizeGiB, storage }) => ({
    name,
    sizeGiB,
    storage:
      storage.kind === 'local'
        ? { type: 'Local' }
        : compact({
            type: 'Volume',
            volume: compact({
              type: storage.type,
              availabilityZone: volumeZone(storage.availabilityZone),
            }),
          }),
  }));
}

/** Availability zone of a volume: a name, or that of its machine. */
export function volumeZone(zone: string | undefined): Fields | undefined {
  if (zone === undefined) return undefined;
  return zone === 'machine' ? { from: 'Machine' } : { name: zone };
}
