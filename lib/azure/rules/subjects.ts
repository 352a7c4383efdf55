import type * as addons from '../../addons/rules/subjects';
import type * as cluster from '../../cluster/rules/subjects';
import type { AzureCluster } from '../model/cluster';
import type { AzureMachine } from '../model/machine';

/** VMs of a control plane or pool. */
export type MachineSubject = cluster.MachineSubject<AzureCluster, AzureMachine>;

/** Pool of Azure VMs, in its cluster. */
export type PoolSubject = cluster.PoolSubject<AzureCluster>;

/** Control plane on Azure VMs, in its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<AzureCluster>;

/** Addon of a cluster on Azure. */
export type AddonSubject = addons.AddonSubject<AzureCluster>;
