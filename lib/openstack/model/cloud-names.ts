import { cloudName, type NamedCluster } from '../../cluster/model/cloud-name';

/** Name prefix of resources that the OpenStack provider treats as its own. */
export const PROVIDER_PREFIX = 'k8s-clusterapi-cluster';

/**
 * Returns the name by which the OpenStack provider looks up a cluster's load balancer.
 *
 * @see CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go
 */
export function loadBalancerName(cluster: NamedCluster): string {
  return `${managedNetworkName(cluster)}-kubeapi`;
}

/**
 * Returns the name that the OpenStack provider gives to the network, subnet and router that it creates for a cluster.
 *
 * @see CAPO@v0.14.7:pkg/utils/names/names.go
 */
export function managedNetworkName({ namespace, name }: NamedCluster): string {
  return `${PROVIDER_PREFIX}-${namespace}-${name}`;
}

/** Returns the name by which the OpenStack provider looks up the listener, pool and monitor of a port. */
export function listenerName(cluster: NamedCluster, port: number): string {
  return `${loadBalancerName(cluster)}-${port}`;
}

/** Returns the name of a provisioned security group. */
export function securityGroupName(
  cluster: NamedCluster,
  role: 'control-plane' | 'workers',
): string {
  return `${cloudName(cluster)}-${role}`;
}

/** Returns the name of the subnet of a provisioned network for one address family. */
export function subnetName(network: string, family: 4 | 6): string {
  return family === 4 ? network : `${network}-ipv6`;
}
