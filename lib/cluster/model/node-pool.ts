import type { AutoscaleModel } from './autoscale';
import type { GpuModel } from './gpu';
import type { MachineModel, Taint } from './machine';
import type { PreemptibleModel } from './preemptible';
import type { NodeOs } from './windows';

/** Capacity of one node of a pool, for an autoscaler that has no node to look at. */
export interface NodeCapacity {
  /**
   * CPUs, as a quantity.
   *
   * @default - the CPUs of its size
   */
  readonly cpu?: string;
  /**
   * Memory, as a quantity; at most what its size leaves for pods.
   *
   * @default - the memory of its size, minus what kernel and kubelet reserve
   */
  readonly memory?: string;
  /**
   * Ephemeral disk, as a quantity.
   *
   * @default - the disk of the root volume or its size, minus what file system and kubelet reserve
   */
  readonly ephemeralDisk?: string;
  /**
   * Maximum number of pods on a node.
   *
   * @default 110
   */
  readonly maxPods?: number;
  /**
   * Resource name of the GPUs.
   *
   * @default - the GPUs of its size
   */
  readonly gpuType?: string;
  /**
   * Number of GPUs.
   *
   * @default - the number in its size
   */
  readonly gpuCount?: number;
}

/**
 * How the machines of a pool are replaced, which is always a rolling update.
 *
 * With the type `OnDelete` of Cluster API, a machine that nobody deletes would keep its old version and template, and the
 * program would not show it. Use `paused` to hold back changes of a pool.
 */
export interface PoolRollout {
  /**
   * Maximum machines above the desired number, as a number or a percentage.
   *
   * @default 1
   * @see MachineDeployment.spec.rollout.strategy.rollingUpdate.maxSurge (cluster.x-k8s.io)
   */
  readonly maxSurge?: number | string;
  /**
   * Maximum machines that can be unavailable during a rollout, as a number or a percentage.
   *
   * @default 0
   * @see MachineDeployment.spec.rollout.strategy.rollingUpdate.maxUnavailable (cluster.x-k8s.io)
   */
  readonly maxUnavailable?: number | string;
  /**
   * Time after which all machines created before it are replaced, in RFC 3339.
   *
   * @default - machines are not replaced because of their age
   * @see MachineDeployment.spec.rollout.after (cluster.x-k8s.io)
   */
  readonly after?: string;
}

/** How unhealthy machines of a pool are replaced. */
export interface PoolRemediation {
  /**
   * Maximum unhealthy machines that are replaced at the same time, as a number or a percentage.
   *
   * @default - all of them
   * @see MachineDeployment.spec.remediation.maxInFlight (cluster.x-k8s.io)
   */
  readonly maxInFlight?: number | string;
}

/** Set of identical workers, as plain data. */
export interface PoolModel extends MachineModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name given by the user. */
  readonly name: string;
  /** Name of the MachineDeployment, `<cluster>-<pool>`. */
  readonly deploymentName: string;
  /** Kubernetes version, if it differs from the cluster's. */
  readonly kubernetesVersion?: string | undefined;
  /** Number of machines; absent if the autoscaler owns it. */
  readonly replicas?: number | undefined;
  /** Autoscaler settings; absent for a fixed size. */
  readonly autoscale?: AutoscaleModel | undefined;
  /** Failure domain of the machines; absent if the provider chooses. */
  readonly failureDomain?: string | undefined;
  /** Failure domains that the machines are spread over; absent for one or none. */
  readonly failureDomains?: readonly string[] | undefined;
  /** Labels of the nodes. */
  readonly nodeLabels: Readonly<Record<string, string>>;
  /** Taints of the nodes. */
  readonly taints: readonly Taint[];
  /** Whether Cluster API also propagates the taints, without a rollout. */
  readonly propagateTaints: boolean;
  /** Operating system of the machines; absent for Linux. */
  readonly os?: NodeOs | undefined;
  /** Settings of preemptible servers; absent for other servers. */
  readonly preemptible?: PreemptibleModel | undefined;
  /** GPUs of the machines; absent if none are stated. */
  readonly gpu?: GpuModel | undefined;
  /** Capacity that the user states, which overrides the derived one. */
  readonly capacity: NodeCapacity;
  /** Annotations of the MachineDeployment. */
  readonly deploymentAnnotations: Readonly<Record<string, string>>;
  /** How many unhealthy machines are replaced at the same time; absent for all. */
  readonly remediation?: PoolRemediation | undefined;
  /** Whether the pool is paused; absent for no. */
  readonly paused?: boolean | undefined;
  /** How machines are replaced. */
  readonly rollout: PoolRollout;
  /** Which machine is deleted first when the pool is scaled down. */
  readonly deletionOrder?: 'Random' | 'Newest' | 'Oldest' | undefined;
  /** Seconds that a node must be ready to count as available. */
  readonly minReadySeconds?: number | undefined;
}

/** Returns the largest desired number of machines of a pool, without the surge of a rollout. */
export function largestSize({
  autoscale,
  replicas,
}: Pick<PoolModel, 'autoscale' | 'replicas'>): number {
  return autoscale?.maxSize ?? replicas ?? 1;
}
