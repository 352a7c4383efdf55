import type { ConditionGate, MachineNaming } from './condition-gate';
import type { KubeletModel } from './kubelet';

/** Mark on a node that keeps pods without a matching toleration away. */
export interface Taint {
  /** Name of the taint, with an optional prefix. */
  readonly key: string;
  /**
   * Value of the taint.
   *
   * @default - no value
   */
  readonly value?: string;
  /** What becomes of pods that do not tolerate the taint. */
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** Taint by which kubeadm keeps ordinary pods off nodes of a control plane. */
export const CONTROL_PLANE_TAINT: Taint = Object.freeze({
  key: 'node-role.kubernetes.io/control-plane',
  effect: 'NoSchedule',
});

/** What control planes and pools have in common, whoever makes their machines and whatever starts them. */
export interface MachineModel {
  /** Name of the size, in the table of the cloud. */
  readonly size: string;
  /** Name of the key, which the cloud knows, that may log in by SSH; absent for none. */
  readonly sshKeyName?: string | undefined;
  /** Disk that machines boot from, in place of the one of their size. */
  readonly rootVolume?: { readonly sizeGiB: number } | undefined;
  /** Labels of the Machines, which Cluster API copies to Nodes where it may. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the Machines. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Arguments of the kubelet besides the derived ones. */
  readonly kubeletExtraArgs: Readonly<Record<string, string>>;
  /** What kubelets are told in typed form; absent for nothing. */
  readonly kubelet?: KubeletModel | undefined;
  /** Conditions besides Cluster API's own without which a Machine is not ready; absent for none. */
  readonly readinessGates?: readonly ConditionGate[] | undefined;
  /** How machines are named; absent for Cluster API's own way. */
  readonly machineNaming?: MachineNaming | undefined;
  /** How machines are emptied before they go. */
  readonly drain: DrainModel;
  /** When a machine counts as broken and is replaced. */
  readonly healthCheck?: HealthCheckModel | undefined;
}

/** Time limits of a machine's removal, in seconds. */
export interface DrainModel {
  /** Time for pods to leave; 0 waits for ever. */
  readonly nodeDrainTimeoutSeconds?: number | undefined;
  /** Time for volumes to detach; 0 waits for ever. */
  readonly nodeVolumeDetachTimeoutSeconds?: number | undefined;
  /** Time for the Node object to go. */
  readonly nodeDeletionTimeoutSeconds?: number | undefined;
}

/** Terms on which a MachineHealthCheck replaces machines. */
export interface HealthCheckModel {
  /** Time for a machine to become a node; 0 waits for ever. */
  readonly nodeStartupTimeoutSeconds: number;
  /** Node conditions that make a machine unhealthy, with how long they must last. */
  readonly unhealthyConditions: readonly {
    readonly type: string;
    readonly status: 'True' | 'False' | 'Unknown';
    readonly timeoutSeconds: number;
  }[];
  /** Conditions of Machines that make them unhealthy, with how long they must last; absent for none. */
  readonly unhealthyMachineConditions?: HealthCheckModel['unhealthyConditions'];
  /** Fewest and most unhealthy machines with which they are replaced; absent for those below `maxUnhealthy`. */
  readonly unhealthyRange?: readonly [least: number, most: number];
  /** Number or percentage of unhealthy machines above which none is replaced; absent for the usual of their number. */
  readonly maxUnhealthy?: string | undefined;
}
