import type { Duration } from 'cdk8s';
import type { ControlPlaneRollout } from '../lib/cluster/model/control-plane';
import type { Taint } from '../lib/cluster/model/machine';
import type { AnyCloud } from './cloud';
import type { ControlPlaneFeatureProps } from './control-plane-features';
import type { ControlPlaneKubeadmProps } from './kubeadm-props';
import type { MachineProps } from './machine-props';
import type { UsualCloud } from './usual-cloud';

/** Props of a cluster's control plane: those that control planes have everywhere, and those of its cloud. */
export type ControlPlaneProps<C extends AnyCloud = UsualCloud> = C['kindOf']['controlPlane'] &
  CommonControlPlaneProps;

/** Props that control planes have on every cloud. */
export interface CommonControlPlaneProps extends MachineProps, ControlPlaneFeatureProps {
  /**
   * Number of machines, an odd one.
   *
   * @default 3
   * @see KubeadmControlPlane.spec.replicas (controlplane.cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Labels of the Machines and their Nodes.
   *
   * Cluster API brings those whose domain it owns to the Nodes, and the kubelet the others.
   *
   * @default - no labels of your own
   * @see KubeadmControlPlane.spec.machineTemplate.metadata.labels (controlplane.cluster.x-k8s.io)
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Machines.
   *
   * @default - no annotations of your own
   * @see KubeadmControlPlane.spec.machineTemplate.metadata.annotations (controlplane.cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Arguments of the API server, without their dashes.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Arguments of the controller manager, without their dashes.
   *
   * @default - kubeadm's own, and the external cloud provider
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Arguments of the scheduler, without their dashes.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Names and addresses in the API server's certificate besides the endpoint.
   *
   * @default - the endpoint alone
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs (controlplane.cluster.x-k8s.io)
   */
  readonly certSANs?: readonly string[];
  /**
   * Whether ordinary pods may run on control-plane nodes.
   *
   * @default false
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints (controlplane.cluster.x-k8s.io)
   */
  readonly schedulable?: boolean;
  /**
   * Taints of the nodes besides the one that keeps ordinary pods off them.
   *
   * @default - no other taints
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints (controlplane.cluster.x-k8s.io)
   */
  readonly taints?: readonly Taint[];
  /**
   * Whether Cluster API keeps those taints on nodes, so that a change rolls no machine.
   *
   * Needs the feature gate `machineTaintPropagation`.
   *
   * @default false
   * @see KubeadmControlPlane.spec.machineTemplate.spec.taints (controlplane.cluster.x-k8s.io)
   */
  readonly propagateTaints?: boolean;
  /**
   * Settings of kubeadm on the machines.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration (controlplane.cluster.x-k8s.io)
   */
  readonly kubeadm?: ControlPlaneKubeadmProps;
  /**
   * How machines are replaced.
   *
   * @default - one more machine while one is replaced
   * @see KubeadmControlPlane.spec.rollout (controlplane.cluster.x-k8s.io)
   */
  readonly rollout?: ControlPlaneRollout;
  /**
   * How often and how fast broken machines are replaced.
   *
   * @default - Cluster API's own terms
   * @see KubeadmControlPlane.spec.remediation (controlplane.cluster.x-k8s.io)
   */
  readonly remediation?: ControlPlaneRemediationProps;
}

/** How often and how fast broken control-plane machines are replaced. */
export interface ControlPlaneRemediationProps {
  /**
   * Tries for one machine.
   *
   * @default - without limit
   * @see KubeadmControlPlane.spec.remediation.maxRetry (controlplane.cluster.x-k8s.io)
   */
  readonly maxRetry?: number;
  /**
   * Time between tries.
   *
   * @default - at once
   * @see KubeadmControlPlane.spec.remediation.retryPeriodSeconds (controlplane.cluster.x-k8s.io)
   */
  readonly retryPeriod?: Duration;
  /**
   * Time for which a replacement must be healthy to count as a new case.
   *
   * @default - one hour
   * @see KubeadmControlPlane.spec.remediation.minHealthyPeriodSeconds (controlplane.cluster.x-k8s.io)
   */
  readonly minHealthyPeriod?: Duration;
}

/** Defaults of {@link ControlPlaneProps}. */
export const CONTROL_PLANE_DEFAULTS = Object.freeze({
  replicas: 3,
  schedulable: false,
  propagateTaints: false,
});
