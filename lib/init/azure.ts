import type { Infrastructure } from './infrastructure';

const CLOUD = `
// Change: subscription, location and VM sizes, and the application that trusts the provider's
// service account.
const subscription = new AzureSubscription(fleet, 'subscription', {
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  location: 'westeurope',
  vmSizes: {
    Standard_D2s_v5: { cpus: 2, memory: '8Gi', disk: '30Gi' },
    Standard_D4s_v5: { cpus: 4, memory: '16Gi', disk: '30Gi' },
  },
  identity: AzureIdentity.workload('clusters', {
    tenantId: '99999999-8888-7777-6666-555555555555',
    clientId: '12121212-3434-5656-7878-909090909090',
  }),
});
`;

const CLUSTER = `
// Change: the gallery with your images.
const cluster = new WorkloadCluster(management, 'prod', {
  cloud: subscription,
  kubernetesVersion: '1.34.3',
  image: AzureImage.gallery({ gallery: 'kubernetes', name: 'ubuntu-2404', version: '1.34.3' }),
  network: AzureNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: {
    replicas: 3,
    vmSize: 'Standard_D2s_v5',
    machineIdentity: AzureMachineIdentity.systemAssigned(),
  },
});
cluster.addNodePool('workers', {
  vmSize: 'Standard_D4s_v5',
  failureDomains: ['1', '2', '3'],
  replicas: 3,
});
`;

/** Clusters on Azure. */
export const AZURE: Infrastructure = {
  name: 'azure',
  title: 'Azure',
  hint: 'VMs in a subscription',
  provisions: false,
  clusters: () => ({
    imports: [
      'Addon',
      'AzureIdentity',
      'AzureImage',
      'AzureMachineIdentity',
      'AzureNetwork',
      'AzureSubscription',
      'Cni',
    ],
    cloud: CLOUD,
    providers: ['azure'],
    cluster: CLUSTER,
    addons: 'cluster.addAddon(Addon.azureCloudControllerManager());',
  }),
  change: 'subscription, location, VM sizes, identity and gallery',
  prepare: ['clusterctl init --infrastructure azure'],
  managementCluster: 'management',
};
