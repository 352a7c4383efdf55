import type { OpenStackMachine } from './machine';

/** Server fields that machines and bastions have in common. */
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

/** Server through which operators reach machines by SSH, as plain data. */
export interface BastionModel extends ServerModel {
  /** Whether the server is there. */
  readonly enabled: boolean;
  /** Nova availability zone; absent lets Nova choose. */
  readonly availabilityZone?: string;
  /** Floating address that exists; absent has one allocated. */
  readonly floatingIP?: string;
}
