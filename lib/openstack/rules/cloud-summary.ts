import type { AddonModel } from '../../addons/model/addon';
import type { AddonFact } from '../../addons/model/addon-fact';
import { cloudName } from '../../cluster/model/cloud-name';
import type { ClusterSummary } from '../../cluster/rules/fleet-summary';
import type { TakenAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import { CLOUD_CONTROLLER_NAME, VOLUME_CLUSTER_NAME } from '../model/addon-facts';
import type { OpenStackCluster } from '../model/cluster';
import { selectorOf } from '../model/credentials';
import { floatingAddresses, lookupKey, reachedAddresses, sharedNetwork } from './fleet-addresses';

/** Cluster name that an addon uses in the cloud. */
export interface NamedAddon {
  /** Construct path of the addon. */
  readonly path: string;
  /** Cluster name. */
  readonly name: string;
}

/** OpenStack-specific facts about a cluster for the rules on a whole fleet. */
export interface CloudFacts {
  /** Name prefix of the resources that are provisioned for the cluster. */
  readonly cloudName: string;
  /** Network that the cluster can share with others; undefined if it has its own. */
  readonly sharedNetwork: string | undefined;
  /** Existing router to which the cluster's own network is attached. */
  readonly sharedRouter: string | undefined;
  /** Range of the machines, if it is known. */
  readonly nodeCidr: string | undefined;
  /** IPv6 range of the machines, if there is one. */
  readonly nodeCidrIPv6: string | undefined;
  /** Pod ranges. */
  readonly podCidrs: readonly string[];
  /** Service ranges. */
  readonly serviceCidrs: readonly string[];
  /** Whether pod traffic is on the network without encapsulation. */
  readonly routesPods: boolean;
  /** Cluster names that cloud controllers use, with the paths of the addons. */
  readonly controllers: readonly NamedAddon[];
  /** Cluster names that CSI drivers use, with the paths of the addons. */
  readonly volumeDrivers: readonly NamedAddon[];
  /** Existing floating IPs that the cluster uses. */
  readonly floatingAddresses: readonly TakenAddress[];
  /** Name of the written identity, and its contents as JSON. */
  readonly identity: { readonly name: string; readonly contents: string } | undefined;
  /** Name of the identity that the provider uses, written or not. */
  readonly usedIdentity: string | undefined;
  /** Labels that a namespace needs for the written identity; undefined if it admits all, or none is written. */
  readonly selector: Readonly<Record<string, string>> | undefined;
  /** Whether the namespace belongs to the cluster and is written with it. */
  readonly ownsNamespace: boolean;
}

/** Facts about an OpenStack cluster for the rules on a whole fleet. */
export type CloudSummary = ClusterSummary & CloudFacts;

/** Collects the facts about a cluster that the rules on a whole fleet need. */
export function fleetFacts(cluster: OpenStackCluster): FleetFacts {
  return {
    objects: credentialObjects(cluster),
    addresses: reachedAddresses(cluster),
    own: cloudFacts(cluster),
  };
}

/** Collects the OpenStack-specific facts about a cluster. */
function cloudFacts(cluster: OpenStackCluster): CloudFacts {
  const { network, cloud, cni, addons, credentials } = cluster;
  const isAdopted = network.kind === 'adopted';
  return {
    cloudName: cloudName(cluster),
    sharedNetwork: sharedNetwork(cluster),
    sharedRouter:
      isAdopted || network.router === undefined ? undefined : lookupKey(cloud.path, network.router),
    nodeCidr: network.nodeCidr,
    nodeCidrIPv6: network.kind === 'managed' ? undefined : network.nodeCidrIPv6,
    podCidrs: cluster.podCidrs,
    serviceCidrs: cluster.serviceCidrs,
    routesPods: cni?.kind === 'calico' ? cni.encapsulation === 'none' : cni?.routing === 'native',
    controllers: namedAddons(addons, CLOUD_CONTROLLER_NAME),
    volumeDrivers: namedAddons(addons, VOLUME_CLUSTER_NAME),
    floatingAddresses: floatingAddresses(cluster),
    identity: writtenIdentity(cluster),
    usedIdentity: credentials.kind === 'clusterIdentity' ? credentials.identityName : undefined,
    selector: selectorOf(credentials),
    ownsNamespace: cluster.ownsNamespace,
  };
}

/** Lists the objects with credentials that are written with a cluster, by kind and name. */
function credentialObjects({ credentials }: OpenStackCluster): readonly string[] {
  return credentials.kind === 'plaintext' ? [`Secret ${credentials.secretName}`] : [];
}

function namedAddons(
  addons: readonly AddonModel[],
  fact: AddonFact<string>,
): readonly NamedAddon[] {
  return addons.flatMap((addon) => {
    const name = fact.of(addon);
    return name === undefined ? [] : [{ path: addon.path, name }];
  });
}

function writtenIdentity({ credentials }: OpenStackCluster): CloudFacts['identity'] {
  if (credentials.kind !== 'clusterIdentity' || credentials.identity === undefined)
    return undefined;
  const { secretRef, namespaceSelector, source } = credentials.identity;
  const selector = Object.entries(namespaceSelector ?? {}).sort();
  const contents = JSON.stringify([secretRef.name, secretRef.namespace, selector, source]);
  return { name: credentials.identityName, contents };
}
