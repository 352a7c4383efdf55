import type { Fields } from '../../base/fields';
import type { KubeadmTimeouts } from '../../kubeadm/model/kubeadm';
import type { ControlPlaneRemediation, ControlPlaneRollout } from '../model/control-plane';
import type { ContractVersion } from '../model/infrastructure-provider';
import type { DrainModel, HealthCheckModel } from '../model/machine';
import type { PoolModel } from '../model/node-pool';

/** Another object of the same namespace that an object names. */
export interface Target {
  /** API group of the object. */
  readonly group: string;
  /** Version in which the object is written. */
  readonly version: ContractVersion;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
}

/** What a pool says about replacing its machines. */
export type ReplacedPool = Pick<
  PoolModel,
  'rollout' | 'remediation' | 'deletionOrder' | 'minReadySeconds'
>;

/** What differs between the versions of the groups that Cluster API itself defines. */
export interface CoreContract {
  /** Version of the groups. */
  readonly version: ContractVersion;
  /** Reference to another object. */
  reference(target: Target): Fields;
  /** Arguments of a component, by name. */
  extraArgs(args: Readonly<Record<string, string>>): unknown;
  /** Spec of a KubeadmConfigTemplate's machines in the words of v1beta1, by which templates are named. */
  neutralBootstrap(spec: Fields): Fields;
  /** Part of a Machine's spec that says how long its removal may take. */
  machineDeletion(drain: DrainModel): Fields;
  /** Part of a Machine's spec that says when a pool's machine counts as ready. */
  machineReadiness(pool: ReplacedPool): Fields;
  /** Part of a MachineDeployment's spec that says how machines are replaced. */
  poolRollout(pool: ReplacedPool): Fields;
  /** Part of the spec of a MachineDeployment or a control plane that says how machines are named. */
  machineNaming(template: string): Fields;
  /** Template of a control plane's machines, without empties. */
  controlPlaneMachines(
    metadata: Fields,
    infrastructureRef: Fields,
    drain: DrainModel,
    extras: Fields,
  ): Fields;
  /** Part of a control plane's spec that says how machines are replaced. */
  controlPlaneRollout(rollout: ControlPlaneRollout): Fields;
  /** Part of a control plane's spec that says how broken machines are replaced. */
  remediation(remediation: ControlPlaneRemediation): Fields;
  /** Fields of an InitConfiguration with time limits of kubeadm. */
  initTimeouts(timeouts: KubeadmTimeouts): Fields;
  /** Fields of a JoinConfiguration with time limits of kubeadm. */
  joinTimeouts(timeouts: KubeadmTimeouts): Fields;
  /** Time limit of the control plane among the fields of the API server, for releases that have no other. */
  controlPlaneTimeout(timeouts: KubeadmTimeouts): Fields;
  /** Part of a MachineHealthCheck's spec that says when a machine is broken. */
  healthCheck(check: HealthCheckModel): Fields;
}
