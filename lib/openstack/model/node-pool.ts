import type { PoolModel } from '../../cluster/model/node-pool';
import type { OpenStackMachine } from './machine';
import type { PreemptibleServers } from './preemptible';

/** Workers on servers of Nova. */
export interface OpenStackPool
  extends Omit<PoolModel, 'rootVolume' | 'preemptible'>,
    OpenStackMachine {
  /** What makes the servers such that the cloud may take them back; absent for others. */
  readonly preemptible?: PreemptibleServers | undefined;
}
