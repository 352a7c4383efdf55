import type { EquippedCluster } from '../../addons/model/cluster';
import type { CloudModel } from '../../cluster/model/cloud';
import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { MachineModel } from '../../cluster/model/machine';
import type { PoolModel } from '../../cluster/model/node-pool';

/** Backend of machines: containers of a Docker daemon, or answers of the provider's manager. */
export type DevBackend = 'docker' | 'inMemory';

/** Development cloud as plain data. */
export interface DevCloudModel extends CloudModel {
  readonly kind: 'dev';
  /** Backend of machines. */
  readonly backend: DevBackend;
  /** Image of the load balancer container for API servers; absent for the provider's default. */
  readonly loadBalancerImage?: DevLoadBalancerImage;
}

/** Image of the load balancer container for API servers. */
export interface DevLoadBalancerImage {
  /** Registry and name. */
  readonly repository: string;
  /** Tag. */
  readonly tag: string;
}

/** Folder or file of the Docker host that is mounted into a container. */
export interface DevMount {
  /** Path on the host. */
  readonly hostPath: string;
  /** Path in the container. */
  readonly containerPath: string;
  /**
   * Whether the mount is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Parts of an in-memory machine that take time to start. */
export type DevPart = 'vm' | 'node' | 'etcd' | 'apiServer';

/** Startup time of a part of an in-memory machine. */
export interface DevStartupModel {
  /** Startup time, in seconds. */
  readonly seconds: number;
  /** Fraction of it by which it varies between machines; absent for none. */
  readonly jitter?: string;
}

/** Containers or in-memory machines as machines of a cluster. */
export interface DevMachine extends MachineModel {
  /** Container image; absent for `kindest/node` for the machine's Kubernetes version. */
  readonly image?: string | undefined;
  /** Images that are loaded into the container from the Docker host, in order. */
  readonly preLoadImages: readonly string[];
  /** Mounts from the Docker host, in order. */
  readonly extraMounts: readonly DevMount[];
  /** Time limit for a container to become a node, in seconds; absent for the provider's default. */
  readonly bootstrapTimeoutSeconds?: number | undefined;
  /** Startup times of the parts of an in-memory machine; absent for none. */
  readonly startup?: Readonly<Partial<Record<DevPart, DevStartupModel>>> | undefined;
}

/** Control plane on the development cloud. */
export type DevControlPlane = ControlPlaneModel & DevMachine;

/** Workers on the development cloud. */
export type DevPool = PoolModel & DevMachine;

/** Cluster on the development cloud. */
export interface DevCluster extends EquippedCluster {
  /** Cloud that the cluster runs on. */
  readonly cloud: DevCloudModel;
  /** Control plane. */
  readonly controlPlane: DevControlPlane;
  /** Node pools by name. */
  readonly pools: readonly DevPool[];
}
