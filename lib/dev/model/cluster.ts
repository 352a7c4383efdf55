import type { EquippedCluster } from '../../addons/model/cluster';
import type { CloudModel } from '../../cluster/model/cloud';
import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { MachineModel } from '../../cluster/model/machine';
import type { PoolModel } from '../../cluster/model/node-pool';

/** What stands for machines: containers of a Docker daemon, or answers of the provider's manager. */
export type DevBackend = 'docker' | 'inMemory';

/** Machines of a laptop, or of nothing at all. */
export interface DevCloudModel extends CloudModel {
  readonly kind: 'dev';
  /** What stands for machines. */
  readonly backend: DevBackend;
  /** Image of the container that balances API servers; absent for the provider's own. */
  readonly loadBalancerImage?: DevLoadBalancerImage;
}

/** Image of the container that balances API servers. */
export interface DevLoadBalancerImage {
  /** Registry and name. */
  readonly repository: string;
  /** Tag. */
  readonly tag: string;
}

/** Folder or file of the Docker host that a container sees. */
export interface DevMount {
  /** Path on the host. */
  readonly hostPath: string;
  /** Path in the container. */
  readonly containerPath: string;
  /**
   * Whether the container may only read there.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Parts of a machine in memory that take time to start. */
export type DevPart = 'vm' | 'node' | 'etcd' | 'apiServer';

/** Time that a part of a machine in memory takes to start. */
export interface DevStartupModel {
  /** Seconds. */
  readonly seconds: number;
  /** Share of it by which it differs from machine to machine; absent for none. */
  readonly jitter?: string;
}

/** Containers, or machines in memory, as machines of a cluster. */
export interface DevMachine extends MachineModel {
  /** Image of the container; absent for `kindest/node` of the machine's Kubernetes version. */
  readonly image?: string | undefined;
  /** Images that are loaded into the container from the Docker host, in order. */
  readonly preLoadImages: readonly string[];
  /** What containers see of the Docker host, in order. */
  readonly extraMounts: readonly DevMount[];
  /** Seconds for which a container may take to become a node; absent for the provider's own limit. */
  readonly bootstrapTimeoutSeconds?: number | undefined;
  /** Times that parts of a machine in memory take to start; absent for none. */
  readonly startup?: Readonly<Partial<Record<DevPart, DevStartupModel>>> | undefined;
}

/** Control plane of such machines. */
export type DevControlPlane = ControlPlaneModel & DevMachine;

/** Workers on such machines. */
export type DevPool = PoolModel & DevMachine;

/** Cluster of such machines. */
export interface DevCluster extends EquippedCluster {
  /** Cloud that the cluster runs on. */
  readonly cloud: DevCloudModel;
  /** Control plane. */
  readonly controlPlane: DevControlPlane;
  /** Node pools by name. */
  readonly pools: readonly DevPool[];
}
