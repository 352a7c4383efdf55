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

/** What the rules on clusters of OpenStack remember of one of them, besides what all rules do. */
export interface CloudFacts {
  /** Beginning of the names of what is provisioned for the cluster. */
  readonly cloudName: string;
  /** Network that exists and the cluster is on, or undefined for one of its own. */
  readonly sharedNetwork: string | undefined;
  /** Router that exists and the cluster's own network is attached to. */
  readonly sharedRouter: string | undefined;
  /** Range of the machines, where it is known. */
  readonly nodeCidr: string | undefined;
  /** Second range of the machines, one of IPv6, where there is one. */
  readonly nodeCidrIPv6: string | undefined;
  /** Ranges of pods. */
  readonly podCidrs: readonly string[];
  /** Ranges of services. */
  readonly serviceCidrs: readonly string[];
  /** Whether packets of pods are on the network as they are. */
  readonly routesPods: boolean;
  /** Cluster names that cloud controllers use, with the addons' paths. */
  readonly controllers: readonly NamedAddon[];
  /** Cluster names that storage drivers use, with the addons' paths. */
  readonly volumeDrivers: readonly NamedAddon[];
  /** Floating addresses that exist and it takes. */
  readonly floatingAddresses: readonly TakenAddress[];
  /** Identity that is written, as its name and its contents in JSON. */
  readonly identity: { readonly name: string; readonly contents: string } | undefined;
  /** Name of the identity that the provider uses, written or not. */
  readonly usedIdentity: string | undefined;
  /** Labels that a namespace needs for the identity that is written; undefined where it admits all, or none is written. */
  readonly selector: Readonly<Record<string, string>> | undefined;
  /** Whether the namespace is the cluster's own and written with it. */
  readonly ownsNamespace: boolean;
}

/** What the rules on clusters of OpenStack remember of one of them. */
export type CloudSummary = ClusterSummary & CloudFacts;

/** Remembers of a cluster what the rules on a whole fleet need. */
export function fleetFacts(cluster: OpenStackCluster): FleetFacts {
  return {
    objects: credentialObjects(cluster),
    addresses: reachedAddresses(cluster),
    own: cloudFacts(cluster),
  };
}

/** What the rules on clusters of OpenStack need. */
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

/** Objects with credentials that are written beside a cluster, each with what it is. */
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
