import type { PoolModel } from '../../cluster/model/node-pool';
import type { AwsMachine } from './machine';
import type { SpotModel } from './preemptible';

/** Workers on EC2 instances. */
export interface AwsPool extends Omit<PoolModel, 'rootVolume' | 'preemptible'>, AwsMachine {
  /** Spot options; absent for on-demand instances. */
  readonly preemptible?: SpotModel | undefined;
}
