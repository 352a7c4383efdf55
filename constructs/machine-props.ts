import { Duration } from 'cdk8s';
import type { AssembledMachine } from '../lib/assembly/model';
import { secondsOf } from '../lib/base/duration';
import type { ConditionGate, MachineNaming } from '../lib/cluster/model/condition-gate';
import type { DrainModel, HealthCheckModel } from '../lib/cluster/model/machine';
import { type BootstrapProps, bootstrapModel, type SharedBootstrapProps } from './bootstrap-props';
import type { OwnMachine } from './cloud';
import { type KubeadmProps, kubeadmModel } from './kubeadm-props';
import { type KubeletProps, kubeletModel } from './kubelet-props';

/** Props of control planes and node pools on every cloud. */
export interface MachineProps {
  /**
   * Kubelet settings: resources reserved from pods, eviction thresholds, and the maximum number of pods.
   *
   * @default - the kubelet's defaults
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.kubeletExtraArgs (bootstrap.cluster.x-k8s.io)
   */
  readonly kubelet?: KubeletProps;
  /**
   * Arguments of the kubelet besides the derived ones, without leading dashes.
   *
   * @default - only the derived arguments
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.kubeletExtraArgs (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeletExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Kubeadm settings of the machines.
   *
   * @default - kubeadm's defaults
   * @see KubeadmConfigSpec.joinConfiguration (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeadm?: KubeadmProps;
  /**
   * Bootstrap settings of the machines, besides kubeadm.
   *
   * A prop that is set here replaces the same prop in the cluster's `bootstrap`.
   *
   * @default - the settings of the cluster
   * @see KubeadmConfigSpec (bootstrap.cluster.x-k8s.io)
   */
  readonly bootstrap?: BootstrapProps;
  /**
   * Health check that replaces unhealthy machines; `{}` uses the default for every setting.
   *
   * @default - unhealthy machines are not replaced
   * @see MachineHealthCheck.spec (cluster.x-k8s.io)
   */
  readonly healthCheck?: HealthCheckProps;
  /**
   * Conditions, set by your own controllers, that a Machine needs to be ready besides Cluster API's own.
   *
   * @default - no additional conditions
   * @see MachineDeployment.spec.template.spec.readinessGates (cluster.x-k8s.io)
   */
  readonly readinessGates?: readonly ConditionGate[];
  /**
   * Names of machines, and of their servers and nodes.
   *
   * @default - the name of the pool or control plane, with five random characters
   * @see MachineDeployment.spec.machineNaming (cluster.x-k8s.io)
   */
  readonly machineNaming?: MachineNaming;
  /**
   * Timeouts for the removal of a machine.
   *
   * @default - the defaults of Cluster API
   * @see Machine.spec.deletion (cluster.x-k8s.io)
   */
  readonly drain?: DrainProps;
}

/** Timeouts for the removal of a machine. */
export interface DrainProps {
  /**
   * Time for pods to leave; zero waits forever.
   *
   * @default - forever
   * @see Machine.spec.deletion.nodeDrainTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeDrainTimeout?: Duration;
  /**
   * Time for volumes to detach; zero waits forever.
   *
   * @default - forever
   * @see Machine.spec.deletion.nodeVolumeDetachTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeVolumeDetachTimeout?: Duration;
  /**
   * Time for the Node object to be deleted; zero waits forever.
   *
   * @default - 10 seconds
   * @see Machine.spec.deletion.nodeDeletionTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeDeletionTimeout?: Duration;
}

/** Health check that replaces unhealthy machines. */
export interface HealthCheckProps {
  /**
   * Time for a machine to become a node; zero waits forever.
   *
   * @default Duration.minutes(10)
   * @see MachineHealthCheck.spec.checks.nodeStartupTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeStartupTimeout?: Duration;
  /**
   * Node conditions that make a machine unhealthy.
   *
   * @default - Ready being False or Unknown for 5 minutes
   * @see MachineHealthCheck.spec.checks.unhealthyNodeConditions (cluster.x-k8s.io)
   */
  readonly unhealthyConditions?: readonly UnhealthyCondition[];
  /**
   * Machine conditions that make a machine unhealthy; needs Cluster API 1.13 or newer.
   *
   * @default - no such conditions
   * @see MachineHealthCheck.spec.checks.unhealthyMachineConditions (cluster.x-k8s.io)
   */
  readonly unhealthyMachineConditions?: readonly UnhealthyCondition[];
  /**
   * Minimum and maximum number of unhealthy machines at which they are replaced, instead of `maxUnhealthy`.
   *
   * @default - any number up to `maxUnhealthy`
   * @see MachineHealthCheck.spec.remediation.triggerIf.unhealthyInRange (cluster.x-k8s.io)
   */
  readonly unhealthyRange?: readonly [least: number, most: number];
  /**
   * Number or percentage of unhealthy machines above which no machine is replaced.
   *
   * @default - `40%`, which Cluster API rounds down, and 1 for one or two machines; an autoscaled pool counts by its
   * maximum size
   * @see MachineHealthCheck.spec.remediation.triggerIf.unhealthyLessThanOrEqualTo (cluster.x-k8s.io)
   */
  readonly maxUnhealthy?: number | string;
}

/** Condition that makes a machine unhealthy if it persists. */
export interface UnhealthyCondition {
  /** Type of the condition, such as `Ready`. */
  readonly type: string;
  /** Status that counts as unhealthy. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** Time for which the status must persist. */
  readonly timeout: Duration;
}

/** Defaults of {@link HealthCheckProps}. */
export const HEALTH_CHECK_DEFAULTS = Object.freeze({
  nodeStartupTimeout: Duration.minutes(10),
  unhealthyConditions: Object.freeze([
    { type: 'Ready', status: 'False', timeout: Duration.minutes(5) },
    { type: 'Ready', status: 'Unknown', timeout: Duration.minutes(5) },
  ] as const),
});

/** The part of the machine model that is the same on every cloud. */
export type CommonMachine = Omit<AssembledMachine, keyof OwnMachine>;

/** Returns the common model data of machines, including the bootstrap settings of their cluster. */
export function machineModel(
  props: MachineProps,
  shared: SharedBootstrapProps | undefined,
): Required<CommonMachine> {
  return {
    labels: NO_ENTRIES,
    annotations: NO_ENTRIES,
    kubeletExtraArgs: props.kubeletExtraArgs ?? NO_ENTRIES,
    kubelet: props.kubelet && kubeletModel(props.kubelet),
    kubeadm: props.kubeadm && kubeadmModel(props.kubeadm),
    bootstrap: bootstrapModel(props.bootstrap, shared),
    readinessGates: props.readinessGates,
    machineNaming: props.machineNaming,
    drain: props.drain === undefined ? NO_ENTRIES : drainModel(props.drain),
    healthCheck: props.healthCheck && healthCheckModel(props.healthCheck),
  };
}

/** Empty list that all models share. */
export const NO_ITEMS: readonly never[] = Object.freeze([]);

/** Empty record that all models share. */
export const NO_ENTRIES: Readonly<Record<string, never>> = Object.freeze({});

function drainModel(props: DrainProps): DrainModel {
  return {
    nodeDrainTimeoutSeconds: secondsOf(props.nodeDrainTimeout),
    nodeVolumeDetachTimeoutSeconds: secondsOf(props.nodeVolumeDetachTimeout),
    nodeDeletionTimeoutSeconds: secondsOf(props.nodeDeletionTimeout),
  };
}

function healthCheckModel(props: HealthCheckProps): HealthCheckModel {
  const nodeStartupTimeout = props.nodeStartupTimeout ?? HEALTH_CHECK_DEFAULTS.nodeStartupTimeout;
  const unhealthyConditions =
    props.unhealthyConditions ?? HEALTH_CHECK_DEFAULTS.unhealthyConditions;
  const { maxUnhealthy, unhealthyMachineConditions, unhealthyRange } = props;
  return {
    nodeStartupTimeoutSeconds: secondsOf(nodeStartupTimeout),
    unhealthyConditions: unhealthyConditions.map(conditionModel),
    ...(unhealthyMachineConditions && {
      unhealthyMachineConditions: unhealthyMachineConditions.map(conditionModel),
    }),
    ...(unhealthyRange && { unhealthyRange }),
    ...(maxUnhealthy === undefined ? {} : { maxUnhealthy: String(maxUnhealthy) }),
  };
}

function conditionModel({ type, status, timeout }: UnhealthyCondition) {
  return { type, status, timeoutSeconds: secondsOf(timeout) };
}
