import { isMainlyIPv6 } from '../model/address-families';
import type { ClusterModel } from '../model/cluster';
import type { Arguments } from './control-plane-part';
import { kubeletGates } from './feature-gates';
import { tlsArgs } from './tls';

/** The kubelet's own choice is an address of IPv4; this makes it one of IPv6. */
const IPV6_NODE = Object.freeze({ 'node-ip': '::' });

/** Arguments that kubelets of some version get from their cluster: its main family, and what its control plane is set to. */
export function clusterKubeletArgs(
  cluster: ClusterModel,
  version = cluster.kubernetesVersion,
): Arguments {
  const { tls } = cluster.controlPlane;
  return {
    ...kubeletGates(cluster, version),
    ...(tls && tlsArgs(tls)),
    ...(isMainlyIPv6(cluster.serviceCidrs) ? IPV6_NODE : {}),
  };
}
