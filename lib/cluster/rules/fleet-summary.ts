import type { AddonModel } from '../../addons/model/addon';
import { helmChartName } from '../../addons/model/helm-chart';
import { secretsSubject } from '../../assembly/secrets-subject';
import {
  floatingAddresses,
  lookupKey,
  reachedAddresses,
  sharedNetwork,
  type TakenAddress,
} from '../../fleet/rules/fleet-addresses';
import { cloudName } from '../../openstack/model/cloud-names';
import { sourcedSecrets } from '../../secrets/rules/secret-source-place';
import type { ClusterModel } from '../model/cluster';
import { selectorOf } from '../model/namespace-labels';
import { zoneParts } from '../model/pool-zones';

/** Cluster name that an addon uses in the cloud. */
export interface NamedAddon {
  /** Construct path of the addon. */
  readonly path: string;
  /** Cluster name. */
  readonly name: string;
}

/** What the rules on a whole fleet must remember of one cluster. */
export interface ClusterSummary {
  /** Construct path of the cluster. */
  readonly path: string;
  /** Name of the cluster. */
  readonly name: string;
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** Construct path of the cloud. */
  readonly cloud: string;
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
  /** Names of the pools' MachineDeployments. */
  readonly deployments: readonly string[];
  /** Names of addons, after the cluster's. */
  readonly addons: readonly string[];
  /** Secrets, ConfigMaps and HelmChartProxies that are written beside the cluster, each with what it is. */
  readonly objects: readonly string[];
  /** Cluster names that cloud controllers use, with the addons' paths. */
  readonly controllers: readonly NamedAddon[];
  /** Cluster names that storage drivers use, with the addons' paths. */
  readonly volumeDrivers: readonly NamedAddon[];
  /** Addresses and hosts at which the API server is reached, where they are given. */
  readonly addresses: readonly TakenAddress[];
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
  /** Sealed values, and the Secret that each is for. */
  readonly sealed: readonly SealedValue[];
}

/** Sealed value and the Secret that it is for. */
export interface SealedValue {
  /** Construct path of the place that gives it. */
  readonly path: string;
  /** Prop of that construct. */
  readonly prop: string;
  /** Value as `kubeseal` printed it. */
  readonly value: string;
  /** What it is bound to: namespace and name, or the namespace alone. */
  readonly boundTo: string;
}

/** Whole fleet, in small. */
export interface FleetSummary {
  /** Clusters in the order in which they were built. */
  readonly clusters: readonly ClusterSummary[];
}

/** Remembers of a cluster what the rules on a whole fleet need. */
export function summarize(cluster: ClusterModel): ClusterSummary {
  const { network, cloud, cni, addons } = cluster;
  const isAdopted = network.kind === 'adopted';
  return {
    path: cluster.path,
    name: cluster.name,
    namespace: cluster.namespace,
    managementCluster: cluster.managementCluster,
    cloud: cloud.path,
    sharedNetwork: sharedNetwork(cluster),
    cloudName: cloudName(cluster),
    sharedRouter:
      isAdopted || network.router === undefined ? undefined : lookupKey(cloud.path, network.router),
    nodeCidr: network.nodeCidr,
    nodeCidrIPv6: network.kind === 'managed' ? undefined : network.nodeCidrIPv6,
    podCidrs: cluster.podCidrs,
    serviceCidrs: cluster.serviceCidrs,
    routesPods: cni?.kind === 'calico' ? cni.encapsulation === 'none' : cni?.routing === 'native',
    deployments: cluster.pools.flatMap(zoneParts).map((part) => part.deploymentName),
    addons: addons.map((addon) => addon.name),
    objects: writtenObjects(cluster),
    controllers: namedAddons(addons, 'cloudControllerName'),
    volumeDrivers: namedAddons(addons, 'volumeClusterName'),
    addresses: reachedAddresses(cluster),
    floatingAddresses: floatingAddresses(cluster),
    identity: writtenIdentity(cluster),
    usedIdentity:
      cluster.credentials.kind === 'clusterIdentity' ? cluster.credentials.identityName : undefined,
    selector: selectorOf(cluster.credentials),
    ownsNamespace: cluster.ownsNamespace,
    sealed: sealedValues(cluster),
  };
}

function namedAddons(
  addons: readonly AddonModel[],
  field: 'cloudControllerName' | 'volumeClusterName',
): readonly NamedAddon[] {
  return addons.flatMap(({ path, [field]: name }) => (name === undefined ? [] : [{ path, name }]));
}

function writtenObjects(cluster: ClusterModel): readonly string[] {
  const { name, credentials, addons } = cluster;
  const objects = credentials.kind === 'plaintext' ? [`Secret ${credentials.secretName}`] : [];
  for (const { secret } of sourcedSecrets(secretsSubject(cluster))) {
    if (secret.ofIdentity !== true) objects.push(`Secret ${secret.name}`);
  }
  for (const addon of addons) {
    if (addon.helmChart !== undefined) {
      objects.push(`HelmChartProxy ${helmChartName(cluster, addon.name)}`);
    }
    for (const payload of addon.payload) {
      if (payload.kind === 'existingSecret') continue;
      const suffix = payload.suffix === '' ? '' : `-${payload.suffix}`;
      const kind = payload.kind === 'secret' ? 'Secret' : 'ConfigMap';
      objects.push(`${kind} ${name}-${addon.name}${suffix}`);
    }
  }
  return objects;
}

function writtenIdentity({ credentials }: ClusterModel): ClusterSummary['identity'] {
  if (credentials.kind !== 'clusterIdentity' || credentials.identity === undefined)
    return undefined;
  const { secretRef, namespaceSelector, source } = credentials.identity;
  const selector = Object.entries(namespaceSelector ?? {}).sort();
  const contents = JSON.stringify([secretRef.name, secretRef.namespace, selector, source]);
  return { name: credentials.identityName, contents };
}

const NO_VALUES: readonly SealedValue[] = Object.freeze([]);

/** Values that are bound to a Secret or its namespace; those of the scope cluster-wide are not. */
function sealedValues(cluster: ClusterModel): readonly SealedValue[] {
  const sealed = sourcedSecrets(secretsSubject(cluster), 'sealedSecret');
  if (sealed.length === 0) return NO_VALUES;
  return sealed.flatMap(({ secret: { namespace, name }, source: { scope, encryptedData }, at }) => {
    if (scope === 'cluster-wide') return [];
    const boundTo =
      scope === 'strict' ? `Secret ${name} of ${namespace}` : `namespace ${namespace}`;
    return Object.entries(encryptedData).map(([key, value]) => ({
      ...at(`encryptedData[${JSON.stringify(key)}]`),
      value,
      boundTo,
    }));
  });
}
