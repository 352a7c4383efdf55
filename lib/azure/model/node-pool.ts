import type { PoolModel } from '../../cluster/model/node-pool';
import type { AzureMachine } from './machine';
import type { AzureSpotModel } from './preemptible';

/** Workers on Azure VMs. */
export interface AzurePool extends Omit<PoolModel, 'rootVolume' | 'preemptible'>, AzureMachine {
  /** Spot options; absent for regular VMs. */
  readonly preemptible?: AzureSpotModel | undefined;
}
