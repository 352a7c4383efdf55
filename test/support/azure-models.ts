import type { AzureKind } from '../../constructs/azure/azure-kind';
import type { AzureCloudModel } from '../../lib/azure/model/cloud';
import type { AzureMachine } from '../../lib/azure/model/machine';
import { AzureNetwork } from '../../lib/azure/model/network';
import { surroundingsOf } from '../../lib/azure/model/surroundings';
import type { Manifest } from '../../lib/base/manifest';
import type { KubeadmMachine } from '../../lib/kubeadm/model/machine';
import { CONTROL_PLANES } from './azure-fleets';
import { partsBeside, profile } from './models';
import { type FieldPatch, withFields } from './patched-objects';
import { PLAIN_CONTROL_PLANE, PLAIN_MACHINE, plainCluster, plainPool } from './plain-parts';
import { renderedObject } from './rendering';

/** Cluster on Azure with everything that is known of it. */
export type AzureClusterModel = AzureKind['model'];

type ControlPlane = AzureClusterModel['controlPlane'];
type Pool = AzureClusterModel['pools'][number];

/** Subscription with two sizes, one of them with GPUs. */
export function subscriptionModel(overrides: Partial<AzureCloudModel> = {}): AzureCloudModel {
  return {
    kind: 'azure',
    path: 'production',
    name: 'production',
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    location: 'westeurope',
    zonePrefix: 'westeurope-',
    environment: 'AzurePublicCloud',
    identity: { ref: { name: 'production', namespace: 'capz-system' } },
    sizes: {
      Standard_D2s_v5: { cpus: 2, memory: '8Gi', disk: '30Gi' },
      Standard_NC4as_T4_v3: {
        cpus: 4,
        memory: '28Gi',
        disk: '30Gi',
        gpu: { type: 'nvidia.com/gpu', count: 1 },
      },
    },
    ...overrides,
  };
}

/** Control plane of three machines with nothing special. */
export function azureControlPlane(overrides: Partial<ControlPlane> = {}): ControlPlane {
  return {
    ...MACHINE,
    ...PLAIN_CONTROL_PLANE,
    identity: { kind: 'userAssigned', ids: [CONTROL_PLANES] },
    ...overrides,
  };
}

/** Pool `workers` of the cluster `demo` with two machines. */
export function azurePool(overrides: Partial<Pool> = {}): Pool {
  return {
    ...MACHINE,
    ...plainPool(overrides),
    ...overrides,
  };
}

/** Network that is made, with a subnet for the control plane and one for workers. */
export const AZURE_NETWORK = AzureNetwork.managed({ nodeCidr: '10.8.0.0/16' }).model as Extract<
  AzureClusterModel['network'],
  { kind: 'managed' }
>;

/** Endpoint with a public address, with nothing special. */
export const PUBLIC_ENDPOINT = { kind: 'managed', scope: 'public', additionalPorts: [] } as const;

/** Endpoint with an address of the network, with nothing special. */
export const INTERNAL_ENDPOINT = {
  kind: 'managed',
  scope: 'internal',
  additionalPorts: [],
  privateIp: '10.8.0.100',
  zones: [],
  privateDns: { kind: 'system' },
  outbound: { addresses: 1 },
} as const;

/** Cluster `demo` of a control plane and one pool in a network of its own. */
export function azureCluster(overrides: Partial<AzureClusterModel> = {}): AzureClusterModel {
  const cloud = overrides.cloud ?? subscriptionModel();
  const base: Omit<AzureClusterModel, 'surroundings'> = {
    ...plainCluster(overrides.name ?? 'demo'),
    profile: profile('1.14', undefined, { infrastructure: ['azure'] }),
    cloud,
    identity: cloud.identity,
    network: AZURE_NETWORK,
    endpoint: PUBLIC_ENDPOINT,
    tags: {},
    controlPlane: azureControlPlane(),
    pools: [azurePool()],
    installedOtherwise: partsBeside(overrides.addons),
    ...overrides,
  };
  return { ...base, surroundings: overrides.surroundings ?? surroundingsOf(base) };
}

/** Object of such a cluster, with plain names, in which fields have been patched. */
export function patchedAzureObject(
  key: string,
  patches: readonly FieldPatch[],
  overrides: Partial<AzureClusterModel> = {},
): Manifest {
  const model = azureCluster({ templateNames: 'plain', ...overrides });
  return withFields(renderedObject(model, key), patches);
}

const MACHINE: AzureMachine & KubeadmMachine = {
  size: 'Standard_D2s_v5',
  image: { kind: 'reference' },
  identity: { kind: 'none' },
  dnsServers: [],
  tags: {},
  ...PLAIN_MACHINE,
};
