import type { CoreContract } from '../../cluster/render/core-contract';
import type { KubeadmContract } from './kubeadm-contract';
import { kubeadmV1beta1 } from './kubeadm-v1beta1';
import { kubeadmV1beta2 } from './kubeadm-v1beta2';

/** Returns the renderer of kubeadm's groups, which have the same version as Cluster API's core group. */
export function kubeadmContract({ version }: Pick<CoreContract, 'version'>): KubeadmContract {
  return version === 'v1beta1' ? kubeadmV1beta1 : kubeadmV1beta2;
}
