import { compareAddresses } from '../../base/cidr';
import type { OpenStackCluster } from './cluster';

/** Cluster with the pools of addresses of its network in order, which mean the same in any. */
export function inOrder<C extends OpenStackCluster>(cluster: C): C {
  const { network } = cluster;
  if (network.kind !== 'managed' || network.allocationPools.length < 2) return cluster;
  const allocationPools = network.allocationPools.toSorted((a, b) =>
    compareAddresses(a.start, b.start),
  );
  return { ...cluster, network: { ...network, allocationPools } };
}
