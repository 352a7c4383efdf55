import type { ClusterModel } from '../model/cluster';
import type { Arguments } from './control-plane-part';
import { kubeletGates } from './feature-gates';
import { tlsArgs } from './tls';

/** Arguments that kubelets of some version get from what their cluster's control plane is set to. */
export function clusterKubeletArgs(
  cluster: ClusterModel,
  version = cluster.kubernetesVersion,
): Arguments {
  const { tls } = cluster.controlPlane;
  return { ...kubeletGates(cluster, version), ...(tls && tlsArgs(tls)) };
}
