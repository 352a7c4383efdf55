import type * as addons from '../../addons/rules/subjects';
import type * as cluster from '../../cluster/rules/subjects';
import type { HetznerCluster } from '../model/cluster';
import type { HCloudMachine } from '../model/machine';

/** Servers of a control plane or a pool. */
export type MachineSubject = cluster.MachineSubject<HetznerCluster, HCloudMachine>;

/** Control plane on Hetzner Cloud servers, with its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<HetznerCluster>;

/** Addon of a cluster on Hetzner Cloud. */
export type AddonSubject = addons.AddonSubject<HetznerCluster>;

/** Pool of Hetzner Cloud servers, with its cluster. */
export type PoolSubject = cluster.PoolSubject<HetznerCluster>;
