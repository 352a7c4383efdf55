import { Duration } from 'cdk8s';
import type { AssembledMachine } from '../lib/assembly/model';
import { secondsOf } from '../lib/base/duration';
import type { ConditionGate, MachineNaming } from '../lib/cluster/model/condition-gate';
import type { DrainModel, HealthCheckModel } from '../lib/cluster/model/machine';
import { type BootstrapProps, bootstrapModel, type SharedBootstrapProps } from './bootstrap-props';
import type { OwnMachine } from './cloud';
import { type KubeadmProps, kubeadmModel } from './kubeadm-props';
import { type KubeletProps, kubeletModel } from './kubelet-props';

/** Props that control planes and node pools have on every cloud. */
export interface MachineProps {
  /**
   * What kubelets keep from pods, when they evict them, and how many they take.
   *
   * @default - the kubelet's own settings
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.kubeletExtraArgs (bootstrap.cluster.x-k8s.io)
   */
  readonly kubelet?: KubeletProps;
  /**
   * Arguments of the kubelet besides the derived ones, without their dashes.
   *
   * @default - the derived arguments alone
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.kubeletExtraArgs (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeletExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Settings of kubeadm on the machines.
   *
   * @default - kubeadm's own
   * @see KubeadmConfigSpec.joinConfiguration (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeadm?: KubeadmProps;
  /**
   * What machines get and do besides kubeadm's own work.
   *
   * A prop that the cluster's `bootstrap` has too takes its place here.
   *
   * @default - what the cluster states
   * @see KubeadmConfigSpec (bootstrap.cluster.x-k8s.io)
   */
  readonly bootstrap?: BootstrapProps;
  /**
   * Terms on which unhealthy machines are replaced; `{}` takes every default.
   *
   * @default - unhealthy machines stay
   * @see MachineHealthCheck.spec (cluster.x-k8s.io)
   */
  readonly healthCheck?: HealthCheckProps;
  /**
   * Conditions besides Cluster API's own without which a Machine is not ready, set by controllers of yours.
   *
   * @default - no other conditions
   * @see MachineDeployment.spec.template.spec.readinessGates (cluster.x-k8s.io)
   */
  readonly readinessGates?: readonly ConditionGate[];
  /**
   * How machines are named, and their servers and nodes with them.
   *
   * @default - after the pool or the control plane, with five random characters
   * @see MachineDeployment.spec.machineNaming (cluster.x-k8s.io)
   */
  readonly machineNaming?: MachineNaming;
  /**
   * Time limits of a machine's removal.
   *
   * @default - Cluster API's own limits
   * @see Machine.spec.deletion (cluster.x-k8s.io)
   */
  readonly drain?: DrainProps;
}

/** Time limits of a machine's removal. */
export interface DrainProps {
  /**
   * Time for pods to leave; zero waits for ever.
   *
   * @default - for ever
   * @see Machine.spec.deletion.nodeDrainTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeDrainTimeout?: Duration;
  /**
   * Time for volumes to detach; zero waits for ever.
   *
   * @default - for ever
   * @see Machine.spec.deletion.nodeVolumeDetachTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeVolumeDetachTimeout?: Duration;
  /**
   * Time for the Node object to go; zero waits for ever.
   *
   * @default - 10 seconds
   * @see Machine.spec.deletion.nodeDeletionTimeoutSeconds (cluster.x-k8s.io)
   */
  readonly nodeDeletionTimeout?: Duration;
}

/** Terms on which unhealthy machines are replaced. */
export interface HealthCheckProps {
  /**
   * Time for a machine to become a node; zero waits for ever.
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
   * Conditions of Machines that make them unhealthy; from Cluster API 1.13 on.
   *
   * @default - no such conditions
   * @see MachineHealthCheck.spec.checks.unhealthyMachineConditions (cluster.x-k8s.io)
   */
  readonly unhealthyMachineConditions?: readonly UnhealthyCondition[];
  /**
   * Fewest and most unhealthy machines with which they are replaced, in place of `maxUnhealthy`.
   *
   * @default - any number up to `maxUnhealthy`
   * @see MachineHealthCheck.spec.remediation.triggerIf.unhealthyInRange (cluster.x-k8s.io)
   */
  readonly unhealthyRange?: readonly [least: number, most: number];
  /**
   * Number or percentage of unhealthy machines above which none is replaced.
   *
   * @default - `40%`, which Cluster API rounds down, and 1 of one or two machines; of a pool that is scaled, by its largest size
   * @see MachineHealthCheck.spec.remediation.triggerIf.unhealthyLessThanOrEqualTo (cluster.x-k8s.io)
   */
  readonly maxUnhealthy?: number | string;
}

/** Condition that makes a machine unhealthy when it lasts. */
export interface UnhealthyCondition {
  /** Type of the condition, such as `Ready`. */
  readonly type: string;
  /** Status that is a bad sign. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** Time for which it must last. */
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

/** Part of the model of machines that is the same on every cloud. */
export type CommonMachine = Omit<AssembledMachine, keyof OwnMachine>;

/** Model data of what machines say on every cloud, the surroundings that their cluster states included. */
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

/** List of nothing, shared by all models. */
export const NO_ITEMS: readonly never[] = Object.freeze([]);

/** Record of nothing, shared by all models. */
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
