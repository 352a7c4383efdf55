import type { Fields } from '../../base/fields';
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
  /** Part of a Machine's spec that says how long its removal may take. */
  machineDeletion(drain: DrainModel): Fields;
  /** Part of a Machine's spec that says when a pool's machine counts as ready. */
  machineReadiness(pool: ReplacedPool): Fields;
  /** Part of a MachineDeployment's spec that says how machines are replaced. */
  poolRollout(pool: ReplacedPool): Fields;
  /** Part of the spec of a MachineDeployment or a control plane that says how machines are named. */
  machineNaming(template: string): Fields;
  /** Part of a MachineHealthCheck's spec that says when a machine is broken. */
  healthCheck(check: HealthCheckModel): Fields;
}
