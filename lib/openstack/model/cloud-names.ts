import { cloudName, type NamedCluster } from '../../cluster/model/cloud-name';

/** Beginning of names that the OpenStack provider takes for its own. */
export const PROVIDER_PREFIX = 'k8s-clusterapi-cluster';

/**
 * Name under which the OpenStack provider looks for a cluster's load balancer.
 *
 * @see CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go
 */
export function loadBalancerName(cluster: NamedCluster): string {
  return `${managedNetworkName(cluster)}-kubeapi`;
}

/**
 * Name that the OpenStack provider gives to the network, subnet and router that it makes for a cluster.
 *
 * @see CAPO@v0.14.7:pkg/utils/names/names.go
 */
export function managedNetworkName({ namespace, name }: NamedCluster): string {
  return `${PROVIDER_PREFIX}-${namespace}-${name}`;
}

/** Name under which the OpenStack provider looks for listener, pool and monitor of a port. */
export function listenerName(cluster: NamedCluster, port: number): string {
  return `${loadBalancerName(cluster)}-${port}`;
}

/** Name of a provisioned security group. */
export function securityGroupName(
  cluster: NamedCluster,
  role: 'control-plane' | 'workers',
): string {
  return `${cloudName(cluster)}-${role}`;
}

/** Name of the subnet of a provisioned network in one address family. */
export function subnetName(network: string, family: 4 | 6): string {
  return family === 4 ? network : `${network}-ipv6`;
}
