import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { groupsOf } from '../../cluster/rules/fleet-groups';
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
import { managedSubnets } from './network-rules';

/** Name that a resource of a cluster has in its resource group. */
interface GroupName {
  /** Prop of the cluster. */
  readonly prop: string;
  /** What is called so. */
  readonly what: string;
  /** Name of it. */
  readonly name: string;
}

/** What the rules on clusters of Azure remember of one of them, besides what all rules do. */
export interface AzureFacts {
  /** Resource group of the cluster, with its subscription. */
  readonly azureGroup: string;
  /** Names of what the provider makes in the resource group, as far as they are written. */
  readonly azureNames: readonly GroupName[];
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
    azureNames: groupNames(cluster),
    azureIdentity: written && {
      name: `${ref.namespace}/${ref.name}`,
      contents: JSON.stringify(written),
    },
  };
  return { objects: [], addresses: takenAddresses(cluster), own };
}

/** Names in the resource group; of one that the provider makes of the cluster's name another rule tells. */
function groupNames({ endpoint, nodeOutbound, network }: AzureCluster): readonly GroupName[] {
  const outbound = endpoint.scope === 'internal' ? endpoint.outbound : undefined;
  const publicIp = endpoint.scope === 'public' ? endpoint.publicIpName : undefined;
  const BALANCER = 'load balancer';
  const names: [prop: string, what: string, name: string | undefined][] = [
    ['network.name', 'network', network.kind === 'managed' ? network.name : undefined],
    ['endpoint.name', BALANCER, endpoint.name],
    ['endpoint.outbound.name', BALANCER, outbound?.name],
    ['nodeOutbound.name', BALANCER, nodeOutbound?.name],
    ['endpoint.publicIpName', 'public address', publicIp],
  ];
  managedSubnets(network).forEach(({ natGateway }, index) => {
    const prop = `network.subnets[${index}].natGateway`;
    names.push([`${prop}.name`, 'gateway', natGateway?.name]);
    names.push([`${prop}.publicIpName`, 'public address', natGateway?.publicIpName]);
  });
  return names.flatMap(([prop, what, name]) => (name === undefined ? [] : [{ prop, what, name }]));
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
  {
    id: 'azure-name-twice',
    reason:
      'A name is there once in a resource group: the provider takes what has it for its own, or for one that it must not touch.',
    source: 'CAPZ@v1.26.0:azure/scope/cluster.go',
    check({ clusters }, refuse) {
      const names = clusters.flatMap((cluster) =>
        cluster.azureNames.map((one) => ({ cluster, ...one })),
      );
      const keyOf = ({ cluster, what, name }: (typeof names)[number]) =>
        `${cluster.azureGroup}/${what}/${name}`.toLowerCase();
      for (const [first, ...others] of groupsOf(names, keyOf)) {
        for (const { cluster, prop, what, name } of others) {
          if (first === undefined || first.cluster === cluster) continue;
          refuse(
            { path: cluster.path, prop },
            {
              given: name,
              allowed: `a name that no other ${what} of the resource group has, as that of ${first.cluster.path} does`,
              fix: nameIt(`${name}-2`),
            },
          );
        }
      }
    },
  },
  sameIdentityRule({
    id: 'azure-identity-contents',
    source: 'CAPZ@v1.26.0:api/v1beta1/azureclusteridentity_types.go',
    identityClass: 'AzureIdentity',
    identityOf: ({ azureIdentity }) => azureIdentity,
  }),
];
