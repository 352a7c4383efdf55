import type * as addons from '../../addons/rules/subjects';
import type * as cluster from '../../cluster/rules/subjects';
import type { AwsCluster } from '../model/cluster';
import type { AwsMachine } from '../model/machine';

/** Instances of a control plane or pool. */
export type MachineSubject = cluster.MachineSubject<AwsCluster, AwsMachine>;

/** Pool of EC2 instances, in its cluster. */
export type PoolSubject = cluster.PoolSubject<AwsCluster>;

/** Control plane on EC2 instances, in its cluster. */
export type ControlPlaneSubject = cluster.ControlPlaneSubject<AwsCluster>;

/** Addon of a cluster on AWS. */
export type AddonSubject = addons.AddonSubject<AwsCluster>;
