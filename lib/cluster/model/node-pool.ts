import type { AutoscaleModel } from './autoscale';
import type { GpuModel } from './gpu';
import type { MachineModel, Taint } from './machine';
import type { PreemptibleModel } from './preemptible';
import type { NodeOs } from './windows';

/** What one node of a pool offers, for an autoscaler that has no node to look at. */
export interface NodeCapacity {
  /**
   * Processors, as a quantity.
   *
   * @default - its size's
   */
  readonly cpu?: string;
  /**
   * Memory as a quantity, never above what its size leaves a node.
   *
   * @default - its size's without what kernel and kubelet keep
   */
  readonly memory?: string;
  /**
   * Ephemeral disk as a quantity.
   *
   * @default - the root volume's or its size's, without what file system and kubelet keep
   */
  readonly ephemeralDisk?: string;
  /**
   * Most pods on a node.
   *
   * @default 110
   */
  readonly maxPods?: number;
  /**
   * Resource name of the graphics processors.
   *
   * @default - its size's
   */
  readonly gpuType?: string;
  /**
   * Number of graphics processors.
   *
   * @default - its size's
   */
  readonly gpuCount?: number;
}

/**
 * How the machines of a pool are replaced: always as a rolling update. With the type `OnDelete` of Cluster API a machine
 * that nobody deletes would keep its old version and template, and nothing in the program would say so; `paused` holds
 * changes of a pool back where they are meant to wait.
 */
export interface PoolRollout {
  /**
   * Machines above the wanted number, as a number or a percentage.
   *
   * @default 1
   * @see MachineDeployment.spec.rollout.strategy.rollingUpdate.maxSurge (cluster.x-k8s.io)
   */
  readonly maxSurge?: number | string;
  /**
   * Machines that may be missing meanwhile, as a number or a percentage.
   *
   * @default 0
   * @see MachineDeployment.spec.rollout.strategy.rollingUpdate.maxUnavailable (cluster.x-k8s.io)
   */
  readonly maxUnavailable?: number | string;
  /**
   * Moment after which every machine that is older gets replaced, in RFC 3339.
   *
   * @default - machines are not replaced for their age
   * @see MachineDeployment.spec.rollout.after (cluster.x-k8s.io)
   */
  readonly after?: string;
}

/** How the broken machines of a pool are replaced. */
export interface PoolRemediation {
  /**
   * Broken machines that are replaced at the same time, as a number or a percentage.
   *
   * @default - all of them
   * @see MachineDeployment.spec.remediation.maxInFlight (cluster.x-k8s.io)
   */
  readonly maxInFlight?: number | string;
}

/** Set of equal workers, as plain data. */
export interface PoolModel extends MachineModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name that the user gave it. */
  readonly name: string;
  /** Name of the MachineDeployment, `<cluster>-<pool>`. */
  readonly deploymentName: string;
  /** Version that differs from the cluster's. */
  readonly kubernetesVersion?: string | undefined;
  /** Number of machines; absent where an autoscaler owns it. */
  readonly replicas?: number | undefined;
  /** What the autoscaler is told; absent for a fixed size. */
  readonly autoscale?: AutoscaleModel | undefined;
  /** Failure domain of the machines; absent where the provider chooses. */
  readonly failureDomain?: string | undefined;
  /** Failure domains that share the machines; absent for one or none. */
  readonly failureDomains?: readonly string[] | undefined;
  /** Labels of the nodes. */
  readonly nodeLabels: Readonly<Record<string, string>>;
  /** Taints of the nodes. */
  readonly taints: readonly Taint[];
  /** Whether taints are also propagated by Cluster API, without rolling machines. */
  readonly propagateTaints: boolean;
  /** Operating system of the machines; absent for Linux. */
  readonly os?: NodeOs | undefined;
  /** What makes the servers such that the cloud may take them back; absent for others. */
  readonly preemptible?: PreemptibleModel | undefined;
  /** Graphics processors of the machines; absent where none are stated. */
  readonly gpu?: GpuModel | undefined;
  /** Capacity that the user states over the derived one. */
  readonly capacity: NodeCapacity;
  /** Annotations of the MachineDeployment. */
  readonly deploymentAnnotations: Readonly<Record<string, string>>;
  /** How many broken machines are replaced at the same time; absent for all. */
  readonly remediation?: PoolRemediation | undefined;
  /** Whether changes of the pool wait; absent where they do not. */
  readonly paused?: boolean | undefined;
  /** How machines are replaced. */
  readonly rollout: PoolRollout;
  /** Which machine goes first when the pool shrinks. */
  readonly deletionOrder?: 'Random' | 'Newest' | 'Oldest' | undefined;
  /** Seconds for which a node must be ready to count. */
  readonly minReadySeconds?: number | undefined;
}

/** Most machines that a pool is meant to have, those that a rollout adds aside. */
export function largestSize({
  autoscale,
  replicas,
}: Pick<PoolModel, 'autoscale' | 'replicas'>): number {
  return autoscale?.maxSize ?? replicas ?? 1;
}
