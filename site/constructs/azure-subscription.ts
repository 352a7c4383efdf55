/*
 * A subscription of Azure in one location: its VM sizes, and the identity with which Cluster API uses it.
 */
import {
  AzureIdentity,
  AzureImage,
  AzureMachineIdentity,
  AzureNetwork,
  AzureSubscription,
  Cni,
  Fleet,
  ManagementCluster,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';

export const shown = ['AzureClusterIdentity', 'AzureCluster', 'AzureMachineTemplate'];

const subscriptionId = '11111111-2222-3333-4444-555555555555';
const identities = `/subscriptions/${subscriptionId}/resourceGroups/identities/providers/Microsoft.ManagedIdentity`;

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.14', { infrastructure: ['azure'] }),
});

// #region program
const subscription = new AzureSubscription(fleet, 'production', {
  subscriptionId,
  location: 'westeurope',
  vmSizes: { Standard_D2s_v5: { cpus: 2, memory: '8Gi', disk: '30Gi' } },
  identity: AzureIdentity.workload('production', {
    tenantId: '99999999-8888-7777-6666-555555555555',
    clientId: '12121212-3434-5656-7878-909090909090',
    namespaceSelector: { 'example.org/subscription': 'production' },
  }),
});

new WorkloadCluster(mothership, 'shop', {
  cloud: subscription,
  kubernetesVersion: '1.34.3',
  image: AzureImage.gallery({
    gallery: 'kubernetes',
    name: 'ubuntu-2404',
    version: '1.34.3',
    owner: { subscriptionId, resourceGroup: 'images' },
  }),
  network: AzureNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: {
    vmSize: 'Standard_D2s_v5',
    machineIdentity: AzureMachineIdentity.userAssigned(
      `${identities}/userAssignedIdentities/control-planes`,
    ),
  },
  installedOtherwise: ['cni', 'cloud-controller-manager', 'csi-driver'],
});
// #endregion
