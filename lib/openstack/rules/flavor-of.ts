import { tryParseBytes } from '../../base/quantity';
import { sizeOf } from '../../cluster/model/cloud';
import type { OpenStackCloudModel } from '../model/cloud';

/** Default size of a root volume in GiB, large enough for node images. */
export const USUAL_ROOT_GIB = 30;

/** Tells whether a flavor is known to have no disk, so that its servers boot from volumes. */
export function isDiskless(cloud: OpenStackCloudModel, flavor: string): boolean {
  const disk = sizeOf(cloud, flavor)?.disk;
  return disk !== undefined && tryParseBytes(disk) === 0;
}
