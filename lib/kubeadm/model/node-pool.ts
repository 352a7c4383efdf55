import type { PoolModel } from '../../cluster/model/node-pool';
import type { KubeadmPatchModel } from './kubeadm-patch';
import type { KubeadmMachine } from './machine';

/** Node pool bootstrapped by kubeadm. */
export interface KubeadmPool extends PoolModel, KubeadmMachine {
  /** Patches of what kubeadm generates on the machines, in order; absent for none. */
  readonly patches?: readonly KubeadmPatchModel[] | undefined;
}
