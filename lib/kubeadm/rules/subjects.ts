import type * as cluster from '../../cluster/rules/subjects';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmMachine } from '../model/machine';

/** Machines of one kind that kubeadm makes nodes of. */
export type MachineSubject = cluster.MachineSubject<KubeadmCluster, KubeadmMachine>;

/** Control plane that kubeadm starts, in its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<KubeadmCluster>;

/** Pool of nodes that kubeadm starts, in its cluster. */
export type PoolSubject = cluster.PoolSubject<KubeadmCluster>;
