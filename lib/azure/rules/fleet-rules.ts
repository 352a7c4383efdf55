import type { Rule } from '../../base/rule';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import {
  ownNameRule,
  sameIdentityRule,
  type WrittenIdentity,
} from '../../cluster/rules/shared-place-rules';
import type { TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import type { AzureCluster } from '../model/cluster';
import { publicName } from '../model/surroundings';

/** What the rules on clusters of Azure remember of one of them, besides what all rules do. */
export interface AzureFacts {
  /** Resource group of the cluster, with its subscription. */
  readonly azureGroup: string;
  /** Identity that is written, by its namespace and name, with its contents in JSON; undefined for none. */
  readonly azureIdentity: WrittenIdentity | undefined;
}

/** What the rules on clusters of Azure remember of one of them. */
export type AzureSummary = ClusterSummary & AzureFacts;

/** Remembers of a cluster what the rules on a whole fleet need. */
export function fleetFacts(cluster: AzureCluster): FleetFacts {
  const { ref, written } = cluster.identity;
  const own: AzureFacts = {
    azureGroup: `${cluster.cloud.subscriptionId}/${cluster.resourceGroup ?? cluster.name}`,
    azureIdentity: written && {
      name: `${ref.namespace}/${ref.name}`,
      contents: JSON.stringify(written),
    },
  };
  return { objects: [], addresses: takenAddresses(cluster), own };
}

/** Name in its location, or address in a network that others use too. */
function takenAddresses(cluster: AzureCluster): readonly TakenAddress[] {
  const { endpoint, network } = cluster;
  if (endpoint.scope === 'public') {
    const name = publicName(cluster);
    return name === undefined ? [] : [{ prop: 'endpoint', key: name, address: name }];
  }
  if (network.kind !== 'adopted' || endpoint.privateIp === undefined) return [];
  const { cloud } = cluster;
  const key = [cloud.subscriptionId, network.resourceGroup, network.name, endpoint.privateIp];
  return [{ prop: 'endpoint.privateIp', key: key.join('/'), address: endpoint.privateIp }];
}

/** Rules on all clusters of Azure together. */
export const AZURE_FLEET_RULES: readonly Rule<FleetSummary<AzureSummary>>[] = [
  ownNameRule({
    id: 'azure-cluster-twice',
    reason:
      'What the provider makes for a cluster has its name, which is there once in a resource group.',
    source: 'CAPZ@v1.26.0:azure/defaults.go',
    place: 'resource group',
    placeOf: ({ azureGroup }) => azureGroup,
  }),
  sameIdentityRule({
    id: 'azure-identity-contents',
    source: 'CAPZ@v1.26.0:api/v1beta1/azureclusteridentity_types.go',
    identityClass: 'AzureIdentity',
    identityOf: ({ azureIdentity }) => azureIdentity,
  }),
];
