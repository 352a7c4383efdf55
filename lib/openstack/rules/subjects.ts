import type * as addons from '../../addons/rules/subjects';
import type * as cluster from '../../cluster/rules/subjects';
import type { ServerModel } from '../model/bastion';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackMachine } from '../model/machine';

/** Server of any kind: a machine of a control plane or a pool, or a bastion. */
export interface ServerSubject {
  /** Cluster of the server. */
  readonly cluster: OpenStackCluster;
  /** What the server is made from. */
  readonly machine: ServerModel &
    Partial<Pick<OpenStackMachine, 'serverGroup' | 'ports'>> & {
      /** Construct path for messages. */
      readonly path: string;
    };
}

/** Servers of a control plane or a pool. */
export type MachineSubject = cluster.MachineSubject<OpenStackCluster, OpenStackMachine>;

/** Control plane on servers of Nova, in its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<OpenStackCluster>;

/** Pool of servers of Nova, in its cluster. */
export type PoolSubject = cluster.PoolSubject<OpenStackCluster>;

/** Addon of a cluster on OpenStack. */
export type AddonSubject = addons.AddonSubject<OpenStackCluster>;
