import type { AzureAdoptedSubnet, AzureSubnet } from '../../../../../lib/azure/model/network';
import {
  AZURE_NETWORK,
  type AzureClusterModel,
  azureCluster,
  azureControlPlane,
  azurePool,
  INTERNAL_ENDPOINT,
  PUBLIC_ENDPOINT,
  subscriptionModel,
} from '../../../../support/azure-models';

type Network = Extract<AzureClusterModel['network'], { kind: 'managed' }>;
type Subnet = Network['subnets'][number];
type Endpoint = AzureClusterModel['endpoint'];
type Identity = NonNullable<AzureClusterModel['identity']['written']>;

/** Identifiers of the form that Azure has. */
export const GUID = '99999999-8888-7777-6666-555555555555';

/** Identifier of a resource. */
export function resource(type: string, name: string): string {
  return `/subscriptions/${GUID}/resourceGroups/shared/providers/${type}/${name}`;
}

/** Cluster `demo` in a subscription with some props of its own. */
export function inSubscription(props: Partial<AzureClusterModel['cloud']>): AzureClusterModel {
  return azureCluster({ cloud: subscriptionModel(props) });
}

/** Cluster `demo` with some props of its pool. */
export function withPool(
  pool: Partial<AzureClusterModel['pools'][number]>,
  rest: Partial<AzureClusterModel> = {},
): AzureClusterModel {
  return azureCluster({ pools: [azurePool(pool)], ...rest });
}

/** Cluster `demo` with some props of its control plane. */
export function withControlPlane(
  controlPlane: Partial<AzureClusterModel['controlPlane']>,
  rest: Partial<AzureClusterModel> = {},
): AzureClusterModel {
  return azureCluster({ controlPlane: azureControlPlane(controlPlane), ...rest });
}

/** Cluster `demo` in a network that is made, with some settings of that. */
export function inNetwork(network: Partial<Network>): AzureClusterModel {
  return azureCluster({ network: { ...AZURE_NETWORK, ...network } });
}

/** Cluster `demo` in such a network, with some settings of the subnet of its workers. */
export function withSubnet(subnet: Partial<Subnet>): AzureClusterModel {
  return inNetwork({ subnets: changed(AZURE_NETWORK.subnets, 1, subnet) });
}

/** Cluster `demo` in such a network, with some settings of the subnet of its control plane. */
export function withControlPlaneSubnet(subnet: Partial<Subnet>): AzureClusterModel {
  return inNetwork({ subnets: changed(AZURE_NETWORK.subnets, 0, subnet) });
}

/** Cluster `demo` in a network that exists. */
export function adopting(
  name: string,
  resourceGroup: string,
  subnet: Partial<AzureAdoptedSubnet> = {},
): AzureClusterModel {
  const { nodeCidr } = AZURE_NETWORK;
  const subnets = changed(AZURE_NETWORK.subnets, 1, subnet);
  return azureCluster({ network: { kind: 'adopted', name, resourceGroup, nodeCidr, subnets } });
}

/** Cluster `demo` with some settings of its public endpoint. */
export function reached(
  endpoint: Partial<Extract<Endpoint, { scope: 'public' }>>,
): AzureClusterModel {
  return azureCluster({ endpoint: { ...PUBLIC_ENDPOINT, ...endpoint } });
}

/** Cluster `demo` with some settings of an internal endpoint. */
export function hidden(
  endpoint: Partial<Extract<Endpoint, { scope: 'internal' }>>,
): AzureClusterModel {
  return azureCluster({ endpoint: { ...INTERNAL_ENDPOINT, ...endpoint } });
}

/** Cluster `demo` with an identity that is written. */
export function withIdentity(
  written: Partial<Identity> = {},
  ref: Partial<AzureClusterModel['identity']['ref']> = {},
): AzureClusterModel {
  const workload = { kind: 'workload', tenantId: GUID, clientId: GUID } as const;
  return azureCluster({
    identity: {
      ref: { name: 'production', namespace: 'capz-system', ...ref },
      written: { ...workload, ...written } as Identity,
    },
  });
}

/** Tags of some number. */
export function manyTags(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries([...Array(count).keys()].map((key) => [`key-${key}`, 'a']));
}

function changed<S extends AzureSubnet>(
  subnets: readonly S[],
  place: number,
  props: Partial<S>,
): readonly S[] {
  return subnets.map((subnet, index) => (index === place ? { ...subnet, ...props } : subnet));
}
