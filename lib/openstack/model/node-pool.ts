import type { PoolModel } from '../../cluster/model/node-pool';
import type { OpenStackMachine } from './machine';
import type { PreemptibleServers } from './preemptible';

/** Workers on Nova servers. */
export interface OpenStackPool
  extends Omit<PoolModel, 'rootVolume' | 'preemptible'>,
    OpenStackMachine {
  /** What marks the servers as preemptible; absent if they are not preemptible. */
  readonly preemptible?: PreemptibleServers | undefined;
}
