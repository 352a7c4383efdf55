import type { Issue } from '../../base/errors';
import type { OpenStackCloudModel } from '../model/cloud';
import type { OpenStackCluster } from '../model/cluster';
import type { Lookup } from '../model/lookup';
import type { CloudClient, CloudObject } from './cloud-client';
import { type CloudPart, Lacks, listed } from './cloud-part';
import { lookupQuery } from './lookup-query';

/** Checks the external network of routers and floating IPs. */
export async function checkExternalNetwork(client: CloudClient, part: CloudPart): Promise<Issue[]> {
  const { cloud } = part;
  const { externalNetwork: external } = cloud;
  if (external?.kind === 'none' || !needsOutside(part)) return [];
  const lookup = external?.network;
  const only = external?.only === true;
  const [externals, matching] = await Promise.all([
    client.list('network', '/networks?router:external=true', 'networks'),
    lookup === undefined
      ? undefined
      : client.list('network', `/networks${lookupQuery(lookup)}`, 'networks'),
  ]);
  if (lookup === undefined || matching === undefined) return onlyOne(cloud, externals);
  const issues = exactlyOne(cloud, lookup, externals, matching);
  return only && issues.length === 0 ? noOthers(cloud, externals) : issues;
}

/** Refuses other external networks beside one that is declared to be the only one. */
function noOthers({ path }: OpenStackCloudModel, externals: readonly CloudObject[]): Issue[] {
  if (externals.length < 2) return [];
  const lacks = new Lacks('cloud-external-network');
  lacks.add(path, 'externalNetwork', {
    given: 'the only external network',
    allowed: `one of several: ${names(externals)}`,
    fix: byId(externals[0]),
  });
  return lacks.issues;
}

function onlyOne({ path }: OpenStackCloudModel, externals: readonly CloudObject[]): Issue[] {
  if (externals.length === 1) return [];
  const lacks = new Lacks('cloud-external-network');
  lacks.add(path, 'externalNetwork', {
    allowed:
      externals.length === 0
        ? 'no external network, because the cloud has none'
        : `an external network by name, because the cloud has several: ${names(externals)}`,
    fix: externals.length === 0 ? 'write ExternalNetwork.none()' : write(externals[0]),
  });
  return lacks.issues;
}

function exactlyOne(
  { path }: OpenStackCloudModel,
  lookup: Lookup,
  externals: readonly CloudObject[],
  matching: readonly CloudObject[],
): Issue[] {
  const [found, ...others] = matching;
  const isOne = found !== undefined && others.length === 0;
  if (isOne && found['router:external'] === true) return [];
  const known = `the cloud has ${names(externals)}`;
  const lacks = new Lacks('cloud-external-network');
  lacks.add(path, 'externalNetwork', {
    given: 'id' in lookup ? lookup.id : lookup.filter,
    allowed: isOne
      ? `an external network, which this one is not; ${known}`
      : `exactly one matching network, not ${matching.length}; ${known}`,
    fix: others.length > 0 ? byId(found) : write(externals[0]),
  });
  return lacks.issues;
}

function names(networks: readonly CloudObject[]): string {
  return listed(networks.map(({ name }) => JSON.stringify(name)));
}

function byId(network: CloudObject | undefined): string {
  return `write ExternalNetwork.fromId(${JSON.stringify(network?.id)}), or the ID of another one`;
}

function write(network: CloudObject | undefined): string {
  return network === undefined
    ? 'write ExternalNetwork.none()'
    : `write ExternalNetwork.fromName(${JSON.stringify(network.name)})`;
}

function needsOutside({ own, clusters }: CloudPart): boolean {
  const isLookedUp = own?.items.some((item) => 'lookup' in item && item.args.external === true);
  return isLookedUp === true || clusters.some(({ cluster }) => isOutside(cluster));
}

function isOutside({ network, endpoint }: OpenStackCluster): boolean {
  const hasRouter = network.kind !== 'adopted' && network.router === undefined;
  const floatingIP = 'floatingIP' in endpoint ? endpoint.floatingIP?.kind : undefined;
  return hasRouter || (endpoint.kind !== 'external' && floatingIP !== 'none');
}
