import { plainAddress } from '../../base/cidr';
import type { ClusterSummary } from '../../cluster/rules/fleet-summary';
import { externalAddress, type TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import { VOLUME_CLUSTER_ID } from '../model/addon-facts';
import type { VSphereCluster } from '../model/cluster';
import { zoneNames } from '../model/zones';

/** CSI driver and the cluster identifier of its volumes. */
export interface VolumeDriver {
  /** Construct path of the addon. */
  readonly path: string;
  /** Cluster identifier. */
  readonly id: string;
}

/** Facts about a cluster that only the fleet rules for vSphere need. */
export interface CloudFacts {
  /** Name or address of the vCenter. */
  readonly server: string;
  /** Secret with the account, which only one cluster can use; undefined for other kinds of identity. */
  readonly accountSecret: string | undefined;
  /** Names of the zones that are written for the vCenter. */
  readonly writtenZones: readonly string[];
  /** CSI drivers with the cluster identifiers of their volumes. */
  readonly volumeDrivers: readonly VolumeDriver[];
}

/** Facts about a cluster that the fleet rules for vSphere need. */
export type CloudSummary = ClusterSummary & CloudFacts;

/** Collects the facts about a cluster that fleet rules need. */
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

/** Returns the addresses and hosts of the API server. */
function reachedAddresses(cluster: VSphereCluster): readonly TakenAddress[] {
  const { endpoint, apiServerPort, cloud, network } = cluster;
  if (endpoint.kind === 'external') return [externalAddress(endpoint, apiServerPort)];
  const { address } = endpoint;
  const [first] = network.devices;
  if (first === undefined || address === '') return [];
  const key = `${cloud.path} ${first.networkName} ${plainAddress(address)}`;
  return [{ prop: 'endpoint.address', key, address }];
}
