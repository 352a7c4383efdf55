import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { AwsIdentityModel } from './identity';

/**
 * Instance type of EC2, as AWS has it.
 *
 * Its `disk` is the root volume of machines that state no `rootVolume`: the one of their image, as instance types have none.
 */
export type InstanceType = MachineSize;

/** An AWS account in a region, as clusters use it. */
export interface AwsCloudModel extends CloudModel {
  readonly kind: 'aws';
  /** Region of everything that is made. */
  readonly region: string;
  /** Identity of clusters that bring none of their own. */
  readonly identity: AwsIdentityModel;
  /** Known instance types by name. */
  readonly sizes: Readonly<Record<string, InstanceType>>;
}
