import { compact, type Fields } from '../../base/fields';
import type { BlockDeviceModel } from '../model/block-device';

/** Renders the disks of a machine besides the root disk. */
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

/** Renders the availability zone of a volume: a name, or the zone of its machine. */
export function volumeZone(zone: string | undefined): Fields | undefined {
  if (zone === undefined) return undefined;
  return zone === 'machine' ? { from: 'Machine' } : { name: zone };
}
