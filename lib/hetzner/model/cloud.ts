import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { HetznerSecretModel } from './hetzner-secret';
import type { HetznerRegion } from './region';

/** Hetzner Cloud server type. Its `disk` is the local disk that machines boot from. */
export interface ServerType extends Omit<MachineSize, 'gpu'> {
  /**
   * Regions in which the type is available.
   *
   * @default - all regions; nothing is checked
   */
  readonly regions?: readonly HetznerRegion[];
}

/** Hetzner Cloud project that clusters run in, as plain data. */
export interface HetznerCloudModel extends CloudModel {
  readonly kind: 'hetzner';
  /** Secret with the token of clusters that do not set their own. */
  readonly hetznerSecret: HetznerSecretModel;
  /** Known server types by name. */
  readonly sizes: Readonly<Record<string, ServerType>>;
  /** Names of known images; absent if the user lists none. */
  readonly images?: readonly string[];
  /** Names of known SSH keys; absent if the user lists none. */
  readonly sshKeys?: readonly string[];
}
