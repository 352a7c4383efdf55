import type { CoreContract } from '../../cluster/render/core-contract';
import type { KubeadmContract } from './kubeadm-contract';
import { kubeadmV1beta1 } from './kubeadm-v1beta1';
import { kubeadmV1beta2 } from './kubeadm-v1beta2';

/** Renderer of kubeadm's groups, which have the version of Cluster API's own. */
export function kubeadmContract({ version }: Pick<CoreContract, 'version'>): KubeadmContract {
  return version === 'v1beta1' ? kubeadmV1beta1 : kubeadmV1beta2;
}
