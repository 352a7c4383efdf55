import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { HetznerSecretModel } from './hetzner-secret';
import type { HetznerRegion } from './region';

/** Server type of Hetzner Cloud, as Hetzner sells it. Its `disk` is the local disk, which machines boot from. */
export interface ServerType extends Omit<MachineSize, 'gpu'> {
  /**
   * Regions in which Hetzner sells the type.
   *
   * @default - all regions, so that nothing is checked
   */
  readonly regions?: readonly HetznerRegion[];
}

/** Project of Hetzner Cloud, as clusters use it. */
export interface HetznerCloudModel extends CloudModel {
  readonly kind: 'hetzner';
  /** Secret with the token of clusters that bring none of their own. */
  readonly hetznerSecret: HetznerSecretModel;
  /** Known server types by name. */
  readonly sizes: Readonly<Record<string, ServerType>>;
  /** Names of known images; absent where the user listed none. */
  readonly images?: readonly string[];
  /** Names of known SSH keys; absent where the user listed none. */
  readonly sshKeys?: readonly string[];
}
