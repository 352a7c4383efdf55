import type { PoolModel } from '../../cluster/model/node-pool';
import type { KubeadmPatchModel } from './kubeadm-patch';
import type { KubeadmMachine } from './machine';

/** Workers on which kubeadm starts the kubelet. */
export interface KubeadmPool extends PoolModel, KubeadmMachine {
  /** Changes of what kubeadm writes on the machines, in order; absent for none. */
  readonly patches?: readonly KubeadmPatchModel[] | undefined;
}
