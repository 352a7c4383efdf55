import type { Fields } from '../../base/fields';
import type { ContractVersion } from '../model/infrastructure-provider';
import type { DrainModel, HealthCheckModel } from '../model/machine';
import type { PoolModel } from '../model/node-pool';

/** Object in the same namespace that another object references. */
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

/** Fields of a pool about replacing its machines. */
export type ReplacedPool = Pick<
  PoolModel,
  'rollout' | 'remediation' | 'deletionOrder' | 'minReadySeconds'
>;

/** Differences between the versions of Cluster API's own groups. */
export interface CoreContract {
  /** Version of the groups. */
  readonly version: ContractVersion;
  /** Renders a reference to another object. */
  reference(target: Target): Fields;
  /** Renders the deletion timeouts in a Machine's spec. */
  machineDeletion(drain: DrainModel): Fields;
  /** Renders when a pool's machine counts as ready, in a Machine's spec. */
  machineReadiness(pool: ReplacedPool): Fields;
  /** Renders how machines are replaced, in a MachineDeployment's spec. */
  poolRollout(pool: ReplacedPool): Fields;
  /** Renders how machines are named, in the spec of a MachineDeployment or a control plane. */
  machineNaming(template: string): Fields;
  /** Renders when a machine is unhealthy, in a MachineHealthCheck's spec. */
  healthCheck(check: HealthCheckModel): Fields;
}
