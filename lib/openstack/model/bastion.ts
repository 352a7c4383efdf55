import type { OpenStackMachine } from './machine';

/** Server fields that machines and bastions share. */
export type ServerModel = Pick<
  OpenStackMachine,
  | 'size'
  | 'image'
  | 'sshKeyName'
  | 'rootVolume'
  | 'securityGroups'
  | 'serverGroup'
  | 'schedulerHints'
  | 'tags'
  | 'serverMetadata'
  | 'configDrive'
>;

/** Bastion host for SSH access to the machines, as plain data. */
export interface BastionModel extends ServerModel {
  /** Whether the bastion is enabled. */
  readonly enabled: boolean;
  /** Nova availability zone; if absent, Nova chooses one. */
  readonly availabilityZone?: string;
  /** Existing floating IP; if absent, one is allocated. */
  readonly floatingIP?: string;
}
