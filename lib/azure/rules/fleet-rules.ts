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

/** Name of a cluster's resource in its resource group. */
interface GroupName {
  /** Prop of the cluster. */
  readonly prop: string;
  /** Kind of resource. */
  readonly what: string;
  /** Name of the resource. */
  readonly name: string;
}

/** Facts about a cluster for the fleet rules of Azure, in addition to the common ones. */
export interface AzureFacts {
  /** Resource group of the cluster, with its subscription. */
  readonly azureGroup: string;
  /** Explicit names of resources that the provider creates in the resource group. */
  readonly azureNames: readonly GroupName[];
  /** Written identity by namespace and name, with its contents in JSON; undefined if there is none. */
  readonly azureIdentity: WrittenIdentity | undefined;
}

/** Summary of a cluster for the fleet rules of Azure. */
export type AzureSummary = ClusterSummary & AzureFacts;

/** Returns the facts about a cluster that fleet rules need. */
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

/** Returns the explicit names in the resource group. Another rule checks names derived from the cluster's name. */
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

/** Returns the DNS name in the location, or the address in a network that other clusters use too. */
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

/** Rules for all Azure clusters together. */
export const AZURE_FLEET_RULES: readonly Rule<FleetSummary<AzureSummary>>[] = [
  ownNameRule({
    id: 'azure-cluster-twice',
    reason:
      'The provider names resources after the cluster, and a name can exist only once in a resource group.',
    source: 'CAPZ@v1.26.0:azure/defaults.go',
    place: 'resource group',
    placeOf: ({ azureGroup }) => azureGroup,
  }),
  {
    id: 'azure-name-twice',
    reason:
      'A name can exist only once in a resource group: the provider takes the existing resource for its own, or for one that it must not touch.',
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
              allowed: `a name that no other ${what} in the resource group has; ${first.cluster.path} uses this one`,
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
