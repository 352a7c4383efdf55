import {
  Addon,
  type AzureDiskStorageClass,
  AzureEndpoint,
  AzureEtcdDisk,
  AzureIdentity,
  AzureMachineIdentity,
  type AzureManagedSubnet,
  AzureNetwork,
  AzureSubscription,
  type ControlPlaneProps,
  type NodePoolProps,
  WorkloadCluster,
} from '../../../constructs/index';
import { type AzureOverrides, CONTROL_PLANES, type TestSize } from '../../support/azure-fleets';
import { otherwiseBut } from '../../support/fleets';
import type { ZeroProgram, ZeroRow } from '../assembly/zero-rows';

type Cloud = AzureSubscription<TestSize>;

interface Program {
  readonly cpus?: number;
  readonly cluster?: AzureOverrides;
  readonly controlPlane?: Partial<ControlPlaneProps<Cloud>>;
  readonly pool?: Partial<NodePoolProps<Cloud>>;
  readonly storageClass?: Partial<AzureDiskStorageClass>;
}

const NODES = { nodeCidr: '10.8.0.0/16' };
const RELEASES = ['1.13', '1.14'];
const SUBNETS: readonly AzureManagedSubnet[] = [
  { name: 'control-plane', role: 'control-plane', cidr: '10.8.0.0/24' },
  {
    name: 'nodes',
    role: 'node',
    cidr: '10.8.1.0/24',
    securityRules: [
      { name: 'web', description: 'the web', priority: 0, sources: ['*'], ports: '443' },
    ],
  },
];
const SPEED = { skuName: 'UltraSSD_LRS' } as const;

/** Numbers of clusters on Azure, and what becomes of zero. */
export const AZURE_ZERO_ROWS: Readonly<Record<string, ZeroRow>> = {
  'AzureVmSize.cpus': { ...on({ cpus: 0 }), refused: 'azure-vm-size-numbers' },
  'AzureManagedNetworkOptions.mtu': {
    ...on({ cluster: { network: AzureNetwork.managed({ ...NODES, mtu: 0 }) } }),
    refused: 'azure-network-mtu',
  },
  'AzureAdoptedNetworkOptions.mtu': {
    ...on({
      cluster: {
        network: AzureNetwork.fromName('shared', {
          ...NODES,
          mtu: 0,
          resourceGroup: 'networks',
          subnets: SUBNETS,
        }),
      },
    }),
    refused: 'azure-network-mtu',
  },
  'AzureSecurityRule.priority': {
    ...on({ cluster: { network: AzureNetwork.managed({ ...NODES, subnets: SUBNETS }) } }),
    refused: 'azure-rule-priority',
  },
  'AzurePublicEndpointOptions.idleTimeoutMinutes': {
    ...on({ cluster: { endpoint: AzureEndpoint.public({ idleTimeoutMinutes: 0 }) } }),
    refused: 'azure-idle-timeout',
  },
  'AzureInternalEndpointOptions.idleTimeoutMinutes': {
    ...on({
      cluster: { endpoint: AzureEndpoint.internal({ idleTimeoutMinutes: 0, outbound: {} }) },
    }),
    refused: 'azure-idle-timeout',
  },
  'AzureLoadBalancerPort.port': {
    ...on({
      cluster: { endpoint: AzureEndpoint.public({ additionalPorts: [{ name: 'a', port: 0 }] }) },
    }),
    refused: 'azure-balancer-ports',
  },
  'AzureOutbound.addresses': {
    ...on({ cluster: { nodeOutbound: { addresses: 0 } } }),
    refused: 'azure-outbound-addresses',
  },
  'AzureOutbound.idleTimeoutMinutes': {
    ...on({ cluster: { nodeOutbound: { idleTimeoutMinutes: 0 } } }),
    refused: 'azure-idle-timeout',
  },
  'AzureOsDisk.sizeGiB': {
    ...on({ pool: { osDisk: { sizeGiB: 0 } } }),
    refused: 'azure-disk-size',
  },
  'AzureDataDisk.sizeGiB': {
    ...on({ pool: { dataDisks: [{ name: 'data', lun: 1, sizeGiB: 0 }] } }),
    refused: 'azure-disk-size',
  },
  'AzureDataDisk.lun': {
    ...on({ pool: { dataDisks: [{ name: 'data', lun: 0, sizeGiB: 64 }] } }),
    lands: /"lun":0,/,
  },
  'AzureEtcdDiskOptions.sizeGiB': {
    ...on({ controlPlane: { etcdDisk: AzureEtcdDisk.own({ sizeGiB: 0 }) } }),
    refused: 'azure-disk-size',
  },
  'AzureDiskStorageClass.iops': {
    ...on({ storageClass: { ...SPEED, iops: 0 } }),
    refused: 'azure-class-iops',
  },
  'AzureDiskStorageClass.throughput': {
    ...on({ storageClass: { ...SPEED, throughput: 0 } }),
    refused: 'azure-class-throughput',
  },
};

function on({
  cpus = 8,
  cluster: overrides,
  controlPlane,
  pool,
  storageClass,
}: Program): ZeroProgram {
  return {
    releases: RELEASES,
    on: {
      kind: 'azure',
      cluster: (management, scope) => {
        const cloud = new AzureSubscription<TestSize>(scope, 'subscription', {
          subscriptionId: '11111111-2222-3333-4444-555555555555',
          location: 'westeurope',
          vmSizes: {
            large: { cpus, memory: '16Gi', disk: '40Gi' },
            small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
          },
          identity: AzureIdentity.fromName('production'),
        });
        const cluster = new WorkloadCluster<Cloud>(management, 'prod', {
          cloud,
          kubernetesVersion: '1.32.4',
          network: AzureNetwork.managed(NODES),
          controlPlane: {
            vmSize: 'large',
            machineIdentity: AzureMachineIdentity.userAssigned(CONTROL_PLANES),
            ...controlPlane,
          },
          installedOtherwise: otherwiseBut(),
          ...overrides,
        });
        cluster.addNodePool('own', { vmSize: 'small', ...pool });
        if (storageClass !== undefined) {
          const storageClasses = [{ name: 'fast', ...storageClass }];
          cluster.addAddon(Addon.azureDiskCsi({ storageClasses }));
        }
        return cluster;
      },
    },
  };
}
