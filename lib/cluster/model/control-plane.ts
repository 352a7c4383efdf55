import type { MachineModel, Taint } from './machine';

/** Control plane of a cluster, as plain data. */
export interface ControlPlaneModel extends MachineModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Number of machines. */
  readonly replicas: number;
  /** Failure domains to spread over; absent for all of the cloud's. */
  readonly failureDomains?: readonly string[] | undefined;
  /** Whether workload pods can run on control-plane nodes. */
  readonly schedulable: boolean;
  /** Taints of the nodes besides the one that `schedulable` removes; absent for none. */
  readonly taints?: readonly Taint[] | undefined;
  /** Whether Cluster API propagates those taints without a rollout. */
  readonly propagateTaints?: boolean | undefined;
  /** How machines are replaced. */
  readonly rollout: ControlPlaneRollout;
  /** How often and how fast unhealthy machines are replaced. */
  readonly remediation?: ControlPlaneRemediation | undefined;
}

/** How the machines of a control plane are replaced. */
export interface ControlPlaneRollout {
  /**
   * Machines above the desired number during a rollout: 1, or 0 with three or more replicas.
   *
   * @default 1
   * @see KubeadmControlPlane.spec.rollout.strategy.rollingUpdate.maxSurge (controlplane.cluster.x-k8s.io)
   */
  readonly maxSurge?: 0 | 1;
  /**
   * Time after which all machines created before it are replaced, in RFC 3339.
   *
   * @default - machines are not replaced because of their age
   * @see KubeadmControlPlane.spec.rollout.after (controlplane.cluster.x-k8s.io)
   */
  readonly after?: string;
  /**
   * Days before certificate expiry at which machines are replaced; 7 or more.
   *
   * @default - expiring certificates cause no rollout
   * @see KubeadmControlPlane.spec.rollout.before.certificatesExpiryDays (controlplane.cluster.x-k8s.io)
   */
  readonly certificatesExpiryDays?: number;
}

/** How often and how fast unhealthy control-plane machines are replaced, in seconds. */
export interface ControlPlaneRemediation {
  /** Maximum retries for one machine; absent for no limit. */
  readonly maxRetry?: number;
  /** Time between retries. */
  readonly retryPeriodSeconds?: number;
  /** Time that a replacement must stay healthy for a later failure to count as a new one. */
  readonly minHealthyPeriodSeconds?: number;
}
