import type { EquippedCluster } from '../../addons/model/cluster';
import type { KubeadmControlPlane } from './control-plane';
import type { KubeadmPool } from './node-pool';

/** Cluster whose control plane and nodes are bootstrapped by kubeadm. */
export interface KubeadmCluster extends EquippedCluster {
  /** Control plane. */
  readonly controlPlane: KubeadmControlPlane;
  /** Node pools by name. */
  readonly pools: readonly KubeadmPool[];
}
