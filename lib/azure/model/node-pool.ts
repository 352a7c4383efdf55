import type { PoolModel } from '../../cluster/model/node-pool';
import type { AzureMachine } from './machine';
import type { AzureSpotModel } from './preemptible';

/** Workers on virtual machines of Azure. */
export interface AzurePool extends Omit<PoolModel, 'rootVolume' | 'preemptible'>, AzureMachine {
  /** What makes them spot machines; absent for others. */
  readonly preemptible?: AzureSpotModel | undefined;
}
