import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { groupsOf, namespaceKey } from '../../cluster/rules/fleet-groups';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import type { TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import type { AzureCluster } from '../model/cluster';
import { publicName } from '../model/surroundings';

/** What the rules on clusters of Azure remember of one of them, besides what all rules do. */
export interface AzureFacts {
  /** Resource group of the cluster, with its subscription. */
  readonly azureGroup: string;
  /** Identity that is written, by its namespace and name, with its contents in JSON; undefined for none. */
  readonly azureIdentity: { readonly name: string; readonly contents: string } | undefined;
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
  {
    id: 'azure-cluster-twice',
    reason:
      'What the provider makes for a cluster has its name, which is there once in a resource group.',
    source: 'CAPZ@v1.26.0:azure/defaults.go',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, ({ azureGroup, name }) => `${azureGroup}/${name}`)) {
        const [first, ...others] = group;
        for (const other of others) {
          // Of two in one namespace another rule tells.
          if (first === undefined || namespaceKey(first) === namespaceKey(other)) continue;
          const { path, name } = other;
          refuse(
            { path, prop: 'name' },
            {
              given: name,
              allowed: `a name that no other cluster of the resource group has, as ${first.path} does`,
              fix: nameIt(`${name}-2`),
            },
          );
        }
      }
    },
  },
  {
    id: 'azure-identity-contents',
    reason: 'An identity is one object of the management cluster, which all of its users share.',
    source: 'CAPZ@v1.26.0:api/v1beta1/azureclusteridentity_types.go',
    check({ clusters }, refuse) {
      const users = clusters.filter(({ azureIdentity }) => azureIdentity !== undefined);
      const keyOf = ({ managementCluster, azureIdentity }: AzureSummary) =>
        `${managementCluster}/${azureIdentity?.name}`;
      for (const [first, ...others] of groupsOf(users, keyOf)) {
        for (const { path, azureIdentity } of others) {
          if (azureIdentity?.contents === first?.azureIdentity?.contents) continue;
          refuse(
            { path, prop: 'identity' },
            {
              given: azureIdentity?.name,
              allowed: `what ${first?.path} says of the identity`,
              fix: 'use one AzureIdentity for both, or give one of them another name',
            },
          );
        }
      }
    },
  },
];
