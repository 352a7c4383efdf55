import type { Rule } from '../../base/rule';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import { ownNameRule } from '../../cluster/rules/shared-place-rules';
import { externalAddress, type TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import type { HetznerCluster } from '../model/cluster';

/** Remembers of a cluster what the rules on a whole fleet need. */
export function fleetFacts(cluster: HetznerCluster): FleetFacts {
  return { objects: [], addresses: reachedAddresses(cluster), own: {} };
}

/** Load balancer or host by which the API server is reached, where it is given. */
function reachedAddresses({ endpoint, apiServerPort, cloud }: HetznerCluster): TakenAddress[] {
  switch (endpoint.kind) {
    case 'external':
      return [externalAddress(endpoint, apiServerPort)];
    case 'loadBalancer':
      return [
        { prop: 'endpoint.name', key: `${cloud.path} ${endpoint.name}`, address: endpoint.name },
      ];
    case 'managed':
      return [];
  }
}

/** Rules on all clusters of Hetzner Cloud together. */
export const HETZNER_FLEET_RULES: readonly Rule<FleetSummary<ClusterSummary>>[] = [
  ownNameRule({
    id: 'hetzner-cluster-taken',
    reason:
      'What the provider makes in a project has a label with the name of its cluster, by which it takes what another cluster of the name has.',
    source: 'CAPH@v1.1.8:api/v1beta1/tags.go',
    place: 'project',
    placeOf: ({ cloud }) => cloud,
  }),
];
