import type { Rule } from '../../base/rule';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import type { TakenAddress } from './fleet-addresses';

/** Rules on addresses that one cluster alone can have. */
export const FLEET_ADDRESS_RULES: readonly Rule<FleetSummary>[] = [
  {
    id: 'endpoint-unique',
    reason: 'An address and port lead to one API server.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
    check({ clusters }, refuse) {
      for (const { taken, cluster, owner } of takenTwice(clusters, (one) => one.addresses)) {
        const { prop, address } = taken;
        refuse(
          { path: cluster.path, prop },
          {
            given: address,
            allowed: `an address or host that is not that of ${owner.path}`,
            fix: 'give it an address or host of its own',
          },
        );
      }
    },
  },
  {
    id: 'floating-address-unique',
    reason: 'A floating address leads to one port.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ clusters }, refuse) {
      const twice = takenTwice(clusters, (one) => one.floatingAddresses);
      for (const { taken, cluster, owner, ownerProp } of twice) {
        refuse(
          { path: cluster.path, prop: taken.prop },
          {
            given: taken.address,
            allowed: `an address other than ${ownerProp} of ${owner.path} in ${cluster.cloud}`,
            fix: 'give it an address of its own, or leave it out to have one allocated',
          },
        );
      }
    },
  },
];

interface TakenTwice {
  readonly taken: TakenAddress;
  readonly cluster: ClusterSummary;
  readonly owner: ClusterSummary;
  readonly ownerProp: string;
}

/** Addresses that an earlier cluster has; those that one cluster has twice are its own affair. */
function takenTwice(
  clusters: readonly ClusterSummary[],
  addressesOf: (cluster: ClusterSummary) => readonly TakenAddress[],
): TakenTwice[] {
  const owners = new Map<string, Pick<TakenTwice, 'owner' | 'ownerProp'>>();
  const found: TakenTwice[] = [];
  for (const cluster of clusters) {
    for (const taken of addressesOf(cluster)) {
      const first = owners.get(taken.key);
      if (first === undefined) owners.set(taken.key, { owner: cluster, ownerProp: taken.prop });
      else if (first.owner !== cluster) found.push({ taken, cluster, ...first });
    }
  }
  return found;
}
