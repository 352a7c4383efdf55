import { type CloudModel, sizeOf } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { AzureDiskController } from './disk';
import type { AzureIdentityModel } from './identity';

/**
 * Size of virtual machines, as Azure has it.
 *
 * Its `disk` is the operating system disk of machines that state no `osDisk`: the one of their image.
 */
export interface AzureVmSize extends MachineSize {
  /**
   * How data disks are attached, by which the disk of etcd is found.
   *
   * @default - `NVMe` for a size whose name ends in `_v6` or a later series, otherwise `SCSI`
   */
  readonly diskController?: AzureDiskController;
}

/** Clouds of Azure that are apart from each other. */
export type AzureEnvironment = 'AzurePublicCloud' | 'AzureChinaCloud' | 'AzureUSGovernmentCloud';

/** An Azure subscription in a location, as clusters use it. */
export interface AzureCloudModel extends CloudModel {
  readonly kind: 'azure';
  /** Identifier of the subscription. */
  readonly subscriptionId: string;
  /** Location of everything that is made. */
  readonly location: string;
  /** Cloud of Azure that the subscription is in. */
  readonly environment: AzureEnvironment;
  /** Identity of clusters that bring none of their own. */
  readonly identity: AzureIdentityModel;
  /** Known sizes of virtual machines by name. */
  readonly sizes: Readonly<Record<string, AzureVmSize>>;
}

/** Series whose sizes have no controller but that of NVMe, unless the program says otherwise. */
const NVME_SERIES = /_v(?:[6-9]|\d\d)$/;

/** How data disks are attached to machines of a size. */
export function diskController(
  cloud: Pick<AzureCloudModel, 'sizes'>,
  size: string,
): AzureDiskController {
  return sizeOf(cloud, size)?.diskController ?? (NVME_SERIES.test(size) ? 'NVMe' : 'SCSI');
}
