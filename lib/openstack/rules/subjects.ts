import type * as addons from '../../addons/rules/subjects';
import type * as cluster from '../../cluster/rules/subjects';
import type { ServerModel } from '../model/bastion';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackMachine } from '../model/machine';

/** Server of any kind: a machine of a control plane or a node pool, or a bastion. */
export interface ServerSubject {
  /** Cluster of the server. */
  readonly cluster: OpenStackCluster;
  /** Server fields of the machine or bastion. */
  readonly machine: ServerModel &
    Partial<Pick<OpenStackMachine, 'serverGroup' | 'ports'>> & {
      /** Construct path for messages. */
      readonly path: string;
    };
}

/** Machines of a control plane or a node pool. */
export type MachineSubject = cluster.MachineSubject<OpenStackCluster, OpenStackMachine>;

/** Control plane on Nova servers, in its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<OpenStackCluster>;

/** Node pool of Nova servers, in its cluster. */
export type PoolSubject = cluster.PoolSubject<OpenStackCluster>;

/** Addon of a cluster on OpenStack. */
export type AddonSubject = addons.AddonSubject<OpenStackCluster>;
