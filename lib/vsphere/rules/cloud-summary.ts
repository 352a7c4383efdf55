import { plainAddress } from '../../base/cidr';
import type { ClusterSummary } from '../../cluster/rules/fleet-summary';
import { externalAddress, type TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import { VOLUME_CLUSTER_ID } from '../model/addon-facts';
import type { VSphereCluster } from '../model/cluster';
import { zoneNames } from '../model/zones';

/** Identifier that a storage driver gives its volumes. */
export interface VolumeDriver {
  /** Construct path of the addon. */
  readonly path: string;
  /** Identifier itself. */
  readonly id: string;
}

/** What the rules on clusters of vSphere remember of one of them, besides what all rules do. */
export interface CloudFacts {
  /** Name or address of the vCenter. */
  readonly server: string;
  /** Secret with the account, which the provider keeps for one cluster; undefined where it is none. */
  readonly accountSecret: string | undefined;
  /** Names of the zones that are written for the vCenter. */
  readonly writtenZones: readonly string[];
  /** Identifiers that storage drivers give their volumes, with the addons' paths. */
  readonly volumeDrivers: readonly VolumeDriver[];
}

/** What the rules on clusters of vSphere remember of one of them. */
export type CloudSummary = ClusterSummary & CloudFacts;

/** Remembers of a cluster what the rules on a whole fleet need. */
export function fleetFacts(cluster: VSphereCluster): FleetFacts {
  return { objects: [], addresses: reachedAddresses(cluster), own: cloudFacts(cluster) };
}

function cloudFacts({ cloud, identity, addons }: VSphereCluster): CloudFacts {
  const { server, zones } = cloud;
  return {
    server,
    accountSecret: identity.kind === 'secret' ? identity.secretName : undefined,
    writtenZones: zones?.kind === 'written' ? zoneNames(zones) : [],
    volumeDrivers: addons.flatMap((addon) => {
      const id = VOLUME_CLUSTER_ID.of(addon);
      return id === undefined ? [] : [{ path: addon.path, id }];
    }),
  };
}

/** Addresses and hosts at which the API server is reached. */
function reachedAddresses(cluster: VSphereCluster): readonly TakenAddress[] {
  const { endpoint, apiServerPort, cloud, network } = cluster;
  if (endpoint.kind === 'external') return [externalAddress(endpoint, apiServerPort)];
  const { address } = endpoint;
  const [first] = network.devices;
  if (first === undefined || address === '') return [];
  const key = `${cloud.path} ${first.networkName} ${plainAddress(address)}`;
  return [{ prop: 'endpoint.address', key, address }];
}
