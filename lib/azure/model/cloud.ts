import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { AzureIdentityModel } from './identity';

/**
 * Size of virtual machines, as Azure has it.
 *
 * Its `disk` is the operating system disk of machines that state no `osDisk`: the one of their image.
 */
export type AzureVmSize = MachineSize;

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
