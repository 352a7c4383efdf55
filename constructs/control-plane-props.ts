import type { Duration } from 'cdk8s';
import type { ControlPlaneRollout } from '../lib/cluster/model/control-plane';
import type { Taint } from '../lib/cluster/model/machine';
import type { AnyCloud } from './cloud';
import type { ControlPlaneFeatureProps } from './control-plane-features';
import type { ControlPlaneKubeadmProps } from './kubeadm-props';
import type { MachineProps } from './machine-props';
import type { UsualCloud } from './usual-cloud';

/** Props of a control plane: the common ones, and those of its cloud. */
export type ControlPlaneProps<C extends AnyCloud = UsualCloud> = C['kindOf']['controlPlane'] &
  CommonControlPlaneProps;

/** Props of control planes on every cloud. */
export interface CommonControlPlaneProps extends MachineProps, ControlPlaneFeatureProps {
  /**
   * Number of machines; must be odd.
   *
   * @default 3
   * @see KubeadmControlPlane.spec.replicas (controlplane.cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Labels of the Machines and their Nodes.
   *
   * Cluster API copies labels of the domains that it owns to the Nodes; the kubelet sets the others.
   *
   * @default - no additional labels
   * @see KubeadmControlPlane.spec.machineTemplate.metadata.labels (controlplane.cluster.x-k8s.io)
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Machines.
   *
   * @default - no additional annotations
   * @see KubeadmControlPlane.spec.machineTemplate.metadata.annotations (controlplane.cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Arguments of the API server, without leading dashes.
   *
   * @default - kubeadm's defaults
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Arguments of the controller manager, without leading dashes.
   *
   * @default - kubeadm's defaults, and the external cloud provider
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Arguments of the scheduler, without leading dashes.
   *
   * @default - kubeadm's defaults
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Names and addresses in the API server's certificate, besides the endpoint.
   *
   * @default - only the endpoint
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs (controlplane.cluster.x-k8s.io)
   */
  readonly certSANs?: readonly string[];
  /**
   * Whether ordinary pods can run on control-plane nodes.
   *
   * @default false
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints (controlplane.cluster.x-k8s.io)
   */
  readonly schedulable?: boolean;
  /**
   * Taints of the nodes, besides the one that keeps ordinary pods away.
   *
   * @default - no additional taints
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints (controlplane.cluster.x-k8s.io)
   */
  readonly taints?: readonly Taint[];
  /**
   * Whether Cluster API manages these taints on nodes, so that a change does not roll out machines.
   *
   * Needs the feature gate `machineTaintPropagation`.
   *
   * @default false
   * @see KubeadmControlPlane.spec.machineTemplate.spec.taints (controlplane.cluster.x-k8s.io)
   */
  readonly propagateTaints?: boolean;
  /**
   * Kubeadm settings of the machines.
   *
   * @default - kubeadm's defaults
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration (controlplane.cluster.x-k8s.io)
   */
  readonly kubeadm?: ControlPlaneKubeadmProps;
  /**
   * Rollout strategy of the machines.
   *
   * @default - one additional machine while one is replaced
   * @see KubeadmControlPlane.spec.rollout (controlplane.cluster.x-k8s.io)
   */
  readonly rollout?: ControlPlaneRollout;
  /**
   * Limits for replacing unhealthy machines.
   *
   * @default - the defaults of Cluster API
   * @see KubeadmControlPlane.spec.remediation (controlplane.cluster.x-k8s.io)
   */
  readonly remediation?: ControlPlaneRemediationProps;
}

/** Limits for replacing unhealthy control-plane machines. */
export interface ControlPlaneRemediationProps {
  /**
   * Maximum number of retries for one machine.
   *
   * @default - unlimited
   * @see KubeadmControlPlane.spec.remediation.maxRetry (controlplane.cluster.x-k8s.io)
   */
  readonly maxRetry?: number;
  /**
   * Time between retries.
   *
   * @default - retries follow at once
   * @see KubeadmControlPlane.spec.remediation.retryPeriodSeconds (controlplane.cluster.x-k8s.io)
   */
  readonly retryPeriod?: Duration;
  /**
   * Time for which a replacement must be healthy before a new failure no longer counts as a retry.
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
