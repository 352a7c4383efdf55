import type { MachineModel, Taint } from './machine';

/** Control plane of a cluster, as plain data. */
export interface ControlPlaneModel extends MachineModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Number of machines. */
  readonly replicas: number;
  /** Failure domains to spread over; absent takes every one of the cloud. */
  readonly failureDomains?: readonly string[] | undefined;
  /** Whether ordinary pods may run on control-plane nodes. */
  readonly schedulable: boolean;
  /** Taints of the nodes besides the one that `schedulable` leaves out; absent for none. */
  readonly taints?: readonly Taint[] | undefined;
  /** Whether those taints are propagated by Cluster API, without rolling machines. */
  readonly propagateTaints?: boolean | undefined;
  /** How machines are replaced. */
  readonly rollout: ControlPlaneRollout;
  /** How often and how fast broken machines are replaced. */
  readonly remediation?: ControlPlaneRemediation | undefined;
}

/** How the machines of a control plane are replaced. */
export interface ControlPlaneRollout {
  /**
   * Machines above the wanted number while one is replaced: 1, or 0 with three replicas or more.
   *
   * @default 1
   * @see KubeadmControlPlane.spec.rollout.strategy.rollingUpdate.maxSurge (controlplane.cluster.x-k8s.io)
   */
  readonly maxSurge?: 0 | 1;
  /**
   * Moment after which every machine that is older gets replaced, in RFC 3339.
   *
   * @default - machines are not replaced for their age
   * @see KubeadmControlPlane.spec.rollout.after (controlplane.cluster.x-k8s.io)
   */
  readonly after?: string;
  /**
   * Days before the certificates' end at which machines are replaced; 7 or more.
   *
   * @default - certificates cause no rollout
   * @see KubeadmControlPlane.spec.rollout.before.certificatesExpiryDays (controlplane.cluster.x-k8s.io)
   */
  readonly certificatesExpiryDays?: number;
}

/** How often and how fast broken control-plane machines are replaced, in seconds. */
export interface ControlPlaneRemediation {
  /** Tries for one machine; absent tries for ever. */
  readonly maxRetry?: number;
  /** Time between tries. */
  readonly retryPeriodSeconds?: number;
  /** Time for which a replacement must be healthy to count as a new case. */
  readonly minHealthyPeriodSeconds?: number;
}
