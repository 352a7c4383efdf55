import type { AddonModel } from '../../lib/addons/model/addon';
import { installs } from '../../lib/addons/rules/installed-parts';
import type { StableProvidersOptions } from '../../lib/assembly/providers';
import { Providers } from '../../lib/assembly/providers';
import type { Manifest } from '../../lib/base/manifest';
import type { ClusterPart } from '../../lib/cluster/model/cluster-part';
import type { ProviderRelease } from '../../lib/cluster/model/infrastructure-provider';
import { releaseOf, type VersionProfile } from '../../lib/cluster/model/profile';
import type { OpenStackCloudModel } from '../../lib/openstack/model/cloud';
import { surroundingsOf } from '../../lib/openstack/model/surroundings';
import type {
  AssembledCluster,
  AssembledControlPlane,
  AssembledMachine,
  AssembledPool,
} from './openstack-cluster';
import { PLAIN_CONTROL_PLANE, PLAIN_MACHINE, plainCluster, plainPool } from './plain-parts';

/** Combinations of Cluster API and its provider that tests run through. */
export const PROFILES: readonly (readonly [clusterApi: string, provider: string])[] = [
  ['1.10', '0.12'],
  ['1.13', '0.14'],
  ['1.14', '0.14'],
  ['1.14', '0.15'],
];

/** Profile of a Cluster API minor, with its usual provider or another one. */
export function profile(
  clusterApi: string,
  provider?: string,
  options: StableProvidersOptions = {},
): VersionProfile {
  const providers =
    provider === undefined
      ? Providers.stable(clusterApi, options)
      : Providers.versions(clusterApi, provider, options);
  const found = providers.tryProfile();
  if (found === undefined) throw new Error(`no profile for Cluster API ${clusterApi}`);
  return found;
}

/** Release of the OpenStack provider in a profile. */
export function openStackRelease(versions: VersionProfile): ProviderRelease {
  return releaseOf(versions, 'openstack');
}

/** Profile with another minor of the OpenStack provider. */
export function withOpenStackProvider(versions: VersionProfile, minor: string): VersionProfile {
  const openstack = { ...openStackRelease(versions), minor };
  return { ...versions, providers: { ...versions.providers, openstack } };
}

/** Cloud with two flavors, one of them with graphics processors. */
export function cloudModel(overrides: Partial<OpenStackCloudModel> = {}): OpenStackCloudModel {
  return {
    kind: 'openstack',
    path: 'homelab',
    name: 'homelab',
    credentials: { kind: 'secret', secretName: 'cloud-config', cloudName: 'openstack' },
    sizes: {
      'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
      'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
      'g1.gpu': {
        cpus: 8,
        memory: '32Gi',
        disk: '100Gi',
        gpu: { type: 'nvidia.com/gpu', count: 1 },
      },
    },
    ...overrides,
  };
}

/** Control plane of three machines with nothing special. */
export function controlPlaneModel(
  overrides: Partial<AssembledControlPlane> = {},
): AssembledControlPlane {
  return {
    ...machineModel('m1.k8s-master'),
    ...PLAIN_CONTROL_PLANE,
    omitAvailabilityZone: false,
    ...overrides,
  };
}

/** Pool `workers` of the cluster `demo` with two machines; give a name to get another one. */
export function poolModel(overrides: Partial<AssembledPool> = {}): AssembledPool {
  return {
    ...machineModel('m1.k8s-worker'),
    ...plainPool(overrides),
    ...overrides,
  };
}

/** Addon `hello` that delivers one ConfigMap. */
export function addonModel(overrides: Partial<AddonModel> = {}): AddonModel {
  const name = overrides.name ?? 'hello';
  return {
    path: `mothership/demo/${name}`,
    name,
    type: 'manifest',
    delivery: { kind: 'clusterResourceSet', strategy: 'ApplyOnce' },
    payload: [
      { kind: 'configMap', suffix: '', entries: [{ key: name, documents: [configMap(name)] }] },
    ],
    managementObjects: [],
    securityRules: [],
    autoscales: false,
    plaintextCredentials: false,
    ...overrides,
  };
}

/** Small object to deliver. */
export function configMap(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
    data: { greeting: `hello from ${name}` },
  };
}

/** Parts that a test cluster may wait for and that none of its addons installs. */
export function partsBeside(addons: readonly AddonModel[] = []): readonly ClusterPart[] {
  return ['csi-driver', ...PARTS.filter((part) => !addons.some((one) => installs(one, part)))];
}

const PARTS = [
  'cni',
  'cloud-controller-manager',
  'snapshot-controller',
  'kubelet-csr-approver',
  'cluster-autoscaler',
  'device-plugin',
] as const;

/** Cluster `demo` of a control plane and one pool on a managed network. */
export function clusterModel(overrides: Partial<AssembledCluster> = {}): AssembledCluster {
  const cloud = overrides.cloud ?? cloudModel();
  const base: Omit<AssembledCluster, 'surroundings'> = {
    ...plainCluster(overrides.name ?? 'demo'),
    profile: profile('1.14'),
    cloud,
    credentials: cloud.credentials,
    network: { kind: 'managed', nodeCidr: '10.8.0.0/24', dnsNameservers: [], allocationPools: [] },
    endpoint: { kind: 'managed', allowedCidrs: [], additionalPorts: [] },
    securityGroups: { kind: 'managed', allowAllInClusterTraffic: false, rules: [] },
    tags: [],
    controlPlane: controlPlaneModel(),
    pools: [poolModel()],
    installedOtherwise: partsBeside(overrides.addons),
    ...overrides,
  };
  return { ...base, surroundings: overrides.surroundings ?? surroundingsOf(base) };
}

function machineModel(size: string): AssembledMachine {
  return {
    size,
    image: { filter: { name: 'ubuntu-2204-kube' } },
    securityGroups: [],
    tags: [],
    serverMetadata: {},
    ...PLAIN_MACHINE,
  };
}
