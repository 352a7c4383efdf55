import { plainAddress } from '../../base/cidr';
import { externalAddress, type TakenAddress } from '../../cluster/rules/taken-addresses';
import type { OpenStackCluster } from '../model/cluster';
import type { Lookup } from '../model/lookup';

/** Lists the addresses and hosts of the API server endpoint, except floating IPs. */
export function reachedAddresses(cluster: OpenStackCluster): readonly TakenAddress[] {
  const { endpoint, apiServerPort } = cluster;
  if (endpoint.kind === 'external') return [externalAddress(endpoint, apiServerPort)];
  if (endpoint.kind === 'machine') return [];
  const [prop, address = ''] =
    endpoint.kind === 'virtualIp'
      ? ['endpoint.address', endpoint.address]
      : ['endpoint.vipAddress', endpoint.vipAddress];
  const network = addressNetwork(cluster);
  if (network === undefined || address === '') return [];
  return [{ prop, key: `${network} ${plainAddress(address)}`, address }];
}

/** Lists the existing floating IPs that the cluster uses. */
export function floatingAddresses(cluster: OpenStackCluster): readonly TakenAddress[] {
  const { endpoint, bastion, cloud } = cluster;
  const floatingIP = endpoint.kind === 'external' ? undefined : endpoint.floatingIP;
  const given = [
    ['endpoint.floatingIP', floatingIP?.kind === 'address' ? floatingIP.address : undefined],
    ['bastion.floatingIP', bastion?.enabled === true ? bastion.floatingIP : undefined],
  ] as const;
  return given.flatMap(([prop, address]) =>
    address === undefined ? [] : [{ prop, key: `${cloud.path} ${address}`, address }],
  );
}

/** Returns a key that clusters on the same network share, or undefined for a cluster's own network. */
export function sharedNetwork({ network, cloud }: OpenStackCluster): string | undefined {
  if (network.kind === 'adopted') return lookupKey(cloud.path, network.network);
  return network.kind === 'provisioned' && network.shared ? network.owner : undefined;
}

/** Returns a key that lookups of the same resource in the same cloud share. */
export function lookupKey(cloud: string, lookup: Lookup): string {
  if ('id' in lookup) return `${cloud} id ${lookup.id}`;
  const { name, projectID, tags = [], tagsAny = [] } = lookup.filter;
  return `${cloud} ${JSON.stringify([name, projectID, [...tags].sort(), [...tagsAny].sort()])}`;
}

function addressNetwork(cluster: OpenStackCluster): string | undefined {
  const { endpoint, cloud } = cluster;
  if (endpoint.kind !== 'managed' || endpoint.vipNetwork === undefined) {
    return sharedNetwork(cluster);
  }
  return lookupKey(cloud.path, endpoint.vipNetwork);
}
