import { type CloudModel, sizeOf } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { AzureDiskController } from './disk';
import type { AzureIdentityModel } from './identity';

/**
 * Resources of an Azure VM size.
 *
 * `disk` is the size of the OS disk of machines without `osDisk`, which comes from their image.
 */
export interface AzureVmSize extends MachineSize {
  /**
   * Controller of data disks, which determines the device path of the etcd disk.
   *
   * @default - `NVMe` for sizes whose name ends in `_v6` or a later version, otherwise `SCSI`
   */
  readonly diskController?: AzureDiskController;
}

/** Azure environment: the public cloud or a national one. */
export type AzureEnvironment = 'AzurePublicCloud' | 'AzureChinaCloud' | 'AzureUSGovernmentCloud';

/** Azure subscription in one location. */
export interface AzureCloudModel extends CloudModel {
  readonly kind: 'azure';
  /** ID of the subscription. */
  readonly subscriptionId: string;
  /** Location of all resources. */
  readonly location: string;
  /** Azure environment of the subscription. */
  readonly environment: AzureEnvironment;
  /** Identity of clusters without their own. */
  readonly identity: AzureIdentityModel;
  /** Known VM sizes by name. */
  readonly sizes: Readonly<Record<string, AzureVmSize>>;
}

/** Series whose sizes attach disks only by NVMe, unless the program states otherwise. */
const NVME_SERIES = /_v(?:[6-9]|\d\d)$/;

/** Returns how data disks are attached to machines of a size. */
export function diskController(
  cloud: Pick<AzureCloudModel, 'sizes'>,
  size: string,
): AzureDiskController {
  return sizeOf(cloud, size)?.diskController ?? (NVME_SERIES.test(size) ? 'NVMe' : 'SCSI');
}
