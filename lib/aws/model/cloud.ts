import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { AwsIdentityModel } from './identity';

/**
 * Resources of an EC2 instance type.
 *
 * `disk` is the size of the root volume of machines without `rootVolume`. It comes from the image: instance types have no disk
 * of their own.
 */
export type InstanceType = MachineSize;

/** AWS account in one region. */
export interface AwsCloudModel extends CloudModel {
  readonly kind: 'aws';
  /** Region of all resources. */
  readonly region: string;
  /** Identity of clusters without their own. */
  readonly identity: AwsIdentityModel;
  /** Known instance types by name. */
  readonly sizes: Readonly<Record<string, InstanceType>>;
}
