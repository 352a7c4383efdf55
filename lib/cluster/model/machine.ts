import type { ConditionGate, MachineNaming } from './condition-gate';
import type { KubeletModel } from './kubelet';

/** Taint of a node, which keeps away pods without a matching toleration. */
export interface Taint {
  /** Key of the taint, with an optional prefix. */
  readonly key: string;
  /**
   * Value of the taint.
   *
   * @default - no value
   */
  readonly value?: string;
  /** What happens to pods that do not tolerate the taint. */
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** Taint with which kubeadm keeps workload pods off control-plane nodes. */
export const CONTROL_PLANE_TAINT: Taint = Object.freeze({
  key: 'node-role.kubernetes.io/control-plane',
  effect: 'NoSchedule',
});

/** Fields that control planes and pools share, independent of infrastructure and bootstrap provider. */
export interface MachineModel {
  /** Name of the machine size, as listed in the cloud. */
  readonly size: string;
  /** Name of the SSH key in the cloud; absent for none. */
  readonly sshKeyName?: string | undefined;
  /** Boot disk of the machines, which replaces that of their size. */
  readonly rootVolume?: { readonly sizeGiB: number } | undefined;
  /** Labels of the Machines; Cluster API syncs those of certain domains to Nodes. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the Machines. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Kubelet arguments besides the derived ones. */
  readonly kubeletExtraArgs: Readonly<Record<string, string>>;
  /** Typed kubelet settings; absent for none. */
  readonly kubelet?: KubeletModel | undefined;
  /** Additional conditions that a Machine needs to be ready; absent for none. */
  readonly readinessGates?: readonly ConditionGate[] | undefined;
  /** How machines are named; absent for the default of Cluster API. */
  readonly machineNaming?: MachineNaming | undefined;
  /** How machines are drained before their deletion. */
  readonly drain: DrainModel;
  /** When a machine counts as unhealthy and is replaced. */
  readonly healthCheck?: HealthCheckModel | undefined;
}

/** Time limits of a machine's deletion, in seconds. */
export interface DrainModel {
  /** Time for pods to leave; 0 for no limit. */
  readonly nodeDrainTimeoutSeconds?: number | undefined;
  /** Time for volumes to detach; 0 for no limit. */
  readonly nodeVolumeDetachTimeoutSeconds?: number | undefined;
  /** Time for the deletion of the Node object. */
  readonly nodeDeletionTimeoutSeconds?: number | undefined;
}

/** Conditions under which a MachineHealthCheck replaces machines. */
export interface HealthCheckModel {
  /** Time for a machine to become a node; 0 for no limit. */
  readonly nodeStartupTimeoutSeconds: number;
  /** Node conditions that make a machine unhealthy, with the time that they must last. */
  readonly unhealthyConditions: readonly {
    readonly type: string;
    readonly status: 'True' | 'False' | 'Unknown';
    readonly timeoutSeconds: number;
  }[];
  /** Machine conditions that make a machine unhealthy, with the time that they must last; absent for none. */
  readonly unhealthyMachineConditions?: HealthCheckModel['unhealthyConditions'];
  /** Range of the number of unhealthy machines in which they are replaced; absent if `maxUnhealthy` applies. */
  readonly unhealthyRange?: readonly [least: number, most: number];
  /** Number or percentage of unhealthy machines above which none is replaced; absent for the default of their number. */
  readonly maxUnhealthy?: string | undefined;
}
