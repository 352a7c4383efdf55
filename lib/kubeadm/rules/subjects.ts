import type * as cluster from '../../cluster/rules/subjects';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmMachine } from '../model/machine';

/** Machines of a control plane or a pool that kubeadm bootstraps, in their cluster. */
export type MachineSubject = cluster.MachineSubject<KubeadmCluster, KubeadmMachine>;

/** Control plane that kubeadm bootstraps, in its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<KubeadmCluster>;

/** Node pool that kubeadm bootstraps, in its cluster. */
export type PoolSubject = cluster.PoolSubject<KubeadmCluster>;
