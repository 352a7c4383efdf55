import { compact, type Fields } from '../../base/fields';
import { securityGroupName, subnetName } from '../model/cloud-names';
import type { OpenStackCluster } from '../model/cluster';
import type { Lookup } from '../model/lookup';
import type { ProvisionedNetworkModel } from '../model/provisioned-network';

/** Renders the fields by which the provider finds a provisioned network. */
export function provisionedNetwork(
  network: ProvisionedNetworkModel,
  { handOver }: OpenStackCluster,
): Fields {
  const ids = handOver?.ids ?? {};
  const families = network.nodeCidrIPv6 === undefined ? ([4] as const) : ([4, 6] as const);
  const subnets = ids.subnets?.map((id) => ({ id }));
  return compact({
    network: lookup(ids.network, network.name),
    subnets: subnets ?? families.map((family) => named(subnetName(network.name, family))),
    router: network.router ?? lookup(ids.router, network.name),
  });
}

/** Returns the provisioned or adopted security groups for machines of one role. */
export function groupLookups(
  cluster: OpenStackCluster,
  role: 'controlPlane' | 'workers',
): readonly Lookup[] {
  const { securityGroups, handOver } = cluster;
  if (securityGroups.kind === 'managed') return [];
  if (securityGroups.kind === 'adopted') return securityGroups[role];
  const isControlPlane = role === 'controlPlane';
  const ids = handOver?.ids ?? {};
  const id = isControlPlane ? ids.controlPlaneGroup : ids.workersGroup;
  return [lookup(id, securityGroupName(cluster, isControlPlane ? 'control-plane' : 'workers'))];
}

function lookup(id: string | undefined, name: string): Lookup {
  return id === undefined ? named(name) : { id };
}

function named(name: string): Lookup {
  return { filter: { name } };
}
