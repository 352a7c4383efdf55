import { type Construct, Node } from 'constructs';
import {
  AzureBootDiagnostics,
  AzureEndpoint,
  AzureEtcdDisk,
  AzureIdentity,
  AzureImage,
  AzureMachineIdentity,
  type AzureMachineProps,
  AzureNetwork,
  AzurePrivateDns,
  AzureSpot,
  AzureSubscription,
  Cni,
  WorkloadCluster,
} from '../../../constructs/index';
import type { TestSize } from '../azure-fleets';
import { OTHERWISE } from '../fleets';
import type { WideOnCloud } from './wide-on-clouds';

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const COMMON = { kubernetesVersion: '1.32.4', installedOtherwise: OTHERWISE } as const;
const NODES = { nodeCidr: '10.8.0.0/16' };
const IDS = { tenantId: SUBSCRIPTION, clientId: SUBSCRIPTION };
const SELECTED = { ...IDS, namespaceSelector: { team: 'platform' } };
const SET = resource('Microsoft.Compute/diskEncryptionSets/disks');
const PLAN = { publisher: 'example', offer: 'kubernetes', sku: 'ubuntu' };
const DISK = {
  sizeGiB: 64,
  storageType: 'Premium_LRS',
  caching: 'ReadOnly',
  encryptionSetId: SET,
} as const;
const MACHINE: Omit<AzureMachineProps<TestSize>, 'vmSize'> = {
  image: AzureImage.gallery({
    gallery: 'images',
    name: 'ubuntu',
    version: '1.32.4',
    owner: { subscriptionId: SUBSCRIPTION, resourceGroup: 'images' },
    plan: PLAN,
  }),
  sshPublicKey: `ssh-ed25519 ${'A'.repeat(68)} ops`,
  osDisk: DISK,
  dataDisks: [{ ...DISK, name: 'data', lun: 1 }],
  machineIdentity: AzureMachineIdentity.userAssigned(
    resource('Microsoft.ManagedIdentity/userAssignedIdentities/control-planes'),
  ),
  subnet: 'control-plane',
  acceleratedNetworking: true,
  publicIp: true,
  ipForwarding: true,
  dnsServers: ['10.8.0.53'],
  tags: { tier: 'gold' },
  ultraSsd: true,
  bootDiagnostics: AzureBootDiagnostics.account('https://logs.blob.core.windows.net/'),
  capacityReservationGroupId: resource('Microsoft.Compute/capacityReservationGroups/batch'),
};

/** Clusters on Azure, with everything that they may say. */
export const WIDE_AZURE: WideOnCloud = {
  kind: 'azure',
  versions: [
    ['1.13', '1.26'],
    ['1.14', '1.26'],
  ],
  clusters: (management) => {
    const cloud = new AzureSubscription<TestSize>(
      Node.of(management).scope as Construct,
      'subscription',
      {
        subscriptionId: SUBSCRIPTION,
        location: 'westeurope',
        environment: 'AzureUSGovernmentCloud',
        vmSizes: {
          large: { cpus: 8, memory: '16Gi', disk: '40Gi' },
          small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
        },
        identity: AzureIdentity.workload('workload', SELECTED),
      },
    );
    const made = new WorkloadCluster(management, 'made', {
      cloud,
      ...COMMON,
      cni: Cni.calico({ encapsulation: 'vxlan' }),
      resourceGroup: 'shop',
      network: AzureNetwork.managed({
        ...NODES,
        name: 'made',
        peerings: [{ vnetName: 'hub', resourceGroup: 'networks' }],
        subnets: [
          {
            name: 'control-plane',
            role: 'control-plane',
            cidr: '10.8.0.0/24',
            securityRules: [
              {
                name: 'office',
                description: 'SSH from the office',
                priority: 300,
                protocol: 'Tcp',
                direction: 'Inbound',
                action: 'Allow',
                sources: ['198.51.100.0/24', '203.0.113.7'],
                sourcePorts: '1024-65535',
                destination: '10.8.0.0/24',
                ports: '22',
              },
            ],
          },
          {
            name: 'nodes',
            role: 'node',
            cidr: '10.8.1.0/24',
            natGateway: { name: 'out', publicIpName: 'out-ip', zone: '1' },
            serviceEndpoints: ['Microsoft.Storage'],
          },
        ],
      }),
      endpoint: AzureEndpoint.public({
        name: 'made-api',
        dnsLabel: 'made-api',
        publicIpName: 'made-api-ip',
        idleTimeoutMinutes: 10,
        additionalPorts: [{ name: 'konnectivity', port: 8_132 }],
      }),
      nodeOutbound: { addresses: 2, idleTimeoutMinutes: 10, name: 'made-out' },
      bastion: { cidr: '10.8.2.0/26', sku: 'Standard', enableTunneling: true },
      tags: { team: 'platform' },
      controlPlane: { vmSize: 'large', ...MACHINE, failureDomains: ['1', '2'] },
    });
    made.addNodePool('spot', {
      vmSize: 'small',
      image: AzureImage.marketplace({ ...PLAN, version: 'latest', thirdParty: true }),
      osDisk: { sizeGiB: 64, ephemeral: 'NvmeDisk' },
      healthCheck: {},
      preemptible: AzureSpot.machines({ maxPrice: '0.05' }),
    });
    made.addNodePool('confidential', {
      vmSize: 'small',
      image: AzureImage.fromId(resource('Microsoft.Compute/images/ubuntu')),
      osDisk: { ...DISK, confidentialEncryption: 'DiskWithVMGuestState' },
      securityProfile: {
        securityType: 'ConfidentialVM',
        secureBoot: true,
        vTpm: true,
        encryptionAtHost: false,
      },
      machineIdentity: AzureMachineIdentity.systemAssigned({
        role: { definitionId: resource('Microsoft.Authorization/roles/a'), scope: SET },
      }),
    });
    const hidden = new WorkloadCluster(management, 'hidden', {
      cloud,
      ...COMMON,
      identity: AzureIdentity.servicePrincipal('principal', {
        ...SELECTED,
        secretName: 'principal',
      }),
      network: AzureNetwork.fromName('shared', {
        ...NODES,
        resourceGroup: 'networks',
        subnets: [
          {
            name: 'all',
            role: 'cluster',
            cidr: '10.8.0.0/24',
            securityGroup: 'machines',
            routeTable: 'routes',
          },
        ],
      }),
      endpoint: AzureEndpoint.internal({
        name: 'hidden-api',
        privateIp: '10.8.0.100',
        zones: ['1', '2'],
        privateDns: AzurePrivateDns.system({
          zoneName: 'clusters.example.org',
          resourceGroup: 'names',
        }),
        outbound: { addresses: 2, idleTimeoutMinutes: 10, name: 'hidden-out' },
      }),
      controlPlane: { vmSize: 'large', etcdDisk: AzureEtcdDisk.none() },
    });
    const plain = new WorkloadCluster(management, 'plain', {
      cloud,
      ...COMMON,
      identity: AzureIdentity.certificateFile('certificate', { ...SELECTED, path: '/azure.pem' }),
      network: AzureNetwork.managed(NODES),
      endpoint: AzureEndpoint.internal({
        privateIp: '10.8.0.9',
        privateDns: AzurePrivateDns.none(),
        outbound: {},
      }),
      controlPlane: {
        vmSize: 'large',
        bootstrap: { preKubeadmCommands: ['ip address add 10.8.0.9/32 dev lo'] },
        machineIdentity: AzureMachineIdentity.systemAssigned(),
      },
    });
    const file = new WorkloadCluster(management, 'file', {
      cloud,
      ...COMMON,
      identity: AzureIdentity.credentialsFile('credentials', { ...SELECTED, path: '/azure.json' }),
      network: AzureNetwork.managed(NODES),
      controlPlane: {
        vmSize: 'large',
        machineIdentity: AzureMachineIdentity.systemAssigned(),
      },
    });
    return [made, hidden, plain, file];
  },
};

function resource(name: string): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/shared/providers/${name}`;
}
