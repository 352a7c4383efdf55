import { compareAddresses } from '../../base/cidr';
import type { OpenStackCluster } from './cluster';

/** Sorts the allocation pools of a cluster, whose order has no meaning. */
export function inOrder<C extends OpenStackCluster>(cluster: C): C {
  const { network } = cluster;
  if (network.kind !== 'managed' || network.allocationPools.length < 2) return cluster;
  const allocationPools = network.allocationPools.toSorted((a, b) =>
    compareAddresses(a.start, b.start),
  );
  return { ...cluster, network: { ...network, allocationPools } };
}
