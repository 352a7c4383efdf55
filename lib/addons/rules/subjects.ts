import type { AddonModel } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';

/** Addon in its cluster. */
export interface AddonSubject<C extends EquippedCluster = EquippedCluster> {
  /** Cluster that the addon is installed into. */
  readonly cluster: C;
  /** Addon itself. */
  readonly addon: AddonModel;
}
