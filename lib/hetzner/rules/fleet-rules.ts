import type { Rule } from '../../base/rule';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import { ownNameRule } from '../../cluster/rules/shared-place-rules';
import { externalAddress, type TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import type { HetznerCluster } from '../model/cluster';

/** Collects the facts about a cluster that fleet rules need. */
export function fleetFacts(cluster: HetznerCluster): FleetFacts {
  return { objects: [], addresses: reachedAddresses(cluster), own: {} };
}

/** Returns the load balancer or the host of the API server, if it is given. */
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

/** Rules across all clusters on Hetzner Cloud. */
export const HETZNER_FLEET_RULES: readonly Rule<FleetSummary<ClusterSummary>>[] = [
  ownNameRule({
    id: 'hetzner-cluster-taken',
    reason:
      'The provider finds resources in a project by the cluster name, and takes over those of another cluster with the same name.',
    source: 'CAPH@v1.1.8:api/v1beta1/tags.go',
    place: 'project',
    placeOf: ({ cloud }) => cloud,
  }),
];
