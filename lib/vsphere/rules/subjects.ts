import type * as addons from '../../addons/rules/subjects';
import type * as cluster from '../../cluster/rules/subjects';
import type { VSphereCluster } from '../model/cluster';
import type { VSphereMachine } from '../model/machine';

/** Virtual machines of a control plane or a pool. */
export type MachineSubject = cluster.MachineSubject<VSphereCluster, VSphereMachine>;

/** Control plane on virtual machines, with its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<VSphereCluster>;

/** Pool of virtual machines, with its cluster. */
export type PoolSubject = cluster.PoolSubject<VSphereCluster>;

/** Addon of a cluster on vSphere. */
export type AddonSubject = addons.AddonSubject<VSphereCluster>;
