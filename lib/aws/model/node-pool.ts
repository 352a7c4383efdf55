import type { PoolModel } from '../../cluster/model/node-pool';
import type { AwsMachine } from './machine';
import type { SpotModel } from './preemptible';

/** Workers on instances of EC2. */
export interface AwsPool extends Omit<PoolModel, 'rootVolume' | 'preemptible'>, AwsMachine {
  /** What makes them spot instances; absent for others. */
  readonly preemptible?: SpotModel | undefined;
}
