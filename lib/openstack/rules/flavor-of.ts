import { tryParseBytes } from '../../base/quantity';
import type { Flavor, OpenStackCloudModel } from '../model/cloud';

/** Size of a volume to boot from that images of nodes fit on, where nothing else says one. */
export const USUAL_ROOT_GIB = 30;

/** Flavor of a cloud, or undefined where it has none of that name. */
export function flavorOf(
  { sizes: flavors }: OpenStackCloudModel,
  name: string,
): Flavor | undefined {
  return Object.hasOwn(flavors, name) ? flavors[name] : undefined;
}

/** Tells whether a flavor is known to have no disk, so that its servers boot from volumes. */
export function isDiskless(cloud: OpenStackCloudModel, flavor: string): boolean {
  const disk = flavorOf(cloud, flavor)?.disk;
  return disk !== undefined && tryParseBytes(disk) === 0;
}
