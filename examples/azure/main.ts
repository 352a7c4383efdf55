import {
  Addon,
  AzureEtcdDisk,
  AzureIdentity,
  AzureImage,
  AzureMachineIdentity,
  AzureNetwork,
  AzureSpot,
  AzureSubscription,
  CalicoJob,
  CalicoManifest,
  Checksum,
  Cni,
  Fleet,
  ManagementCluster,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const TENANT = '99999999-8888-7777-6666-555555555555';
/** Managed identity of the cloud controller and the storage driver. */
const NODES = `/subscriptions/${SUBSCRIPTION}/resourceGroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/control-planes`;

export const fleet = new Fleet({ outdir: 'build/azure' });

const subscription = new AzureSubscription(fleet, 'production', {
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  vmSizes: {
    Standard_D2s_v5: { cpus: 2, memory: '8Gi', disk: '30Gi' },
    Standard_D4s_v5: { cpus: 4, memory: '16Gi', disk: '30Gi' },
    Standard_NC4as_T4_v3: {
      cpus: 4,
      memory: '28Gi',
      disk: '30Gi',
      gpu: { type: 'nvidia.com/gpu', count: 1 },
    },
  },
  // An application that trusts the service account of the provider, so there is no password.
  identity: AzureIdentity.workload('production', {
    tenantId: TENANT,
    clientId: '12121212-3434-5656-7878-909090909090',
    namespaceSelector: { 'example.org/subscription': 'production' },
  }),
});

const management = new ManagementCluster(fleet, 'management', {
  providers: Providers.stable('1.14', { infrastructure: ['azure'] }),
});

const cluster = new WorkloadCluster(management, 'shop', {
  cloud: subscription,
  kubernetesVersion: '1.34.3',
  image: AzureImage.gallery({
    gallery: 'kubernetes',
    name: 'ubuntu-2404',
    version: '1.34.3',
    owner: { subscriptionId: SUBSCRIPTION, resourceGroup: 'images' },
  }),
  network: AzureNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  tags: { 'cost-center': 'shop' },
  controlPlane: {
    vmSize: 'Standard_D2s_v5',
    machineIdentity: AzureMachineIdentity.userAssigned(NODES),
    osDisk: { sizeGiB: 64, storageType: 'Premium_LRS' },
    etcdDisk: AzureEtcdDisk.own({ sizeGiB: 64, storageType: 'Premium_LRS' }),
  },
});
cluster.addNodePool('web', {
  vmSize: 'Standard_D4s_v5',
  osDisk: { sizeGiB: 80, storageType: 'Premium_LRS' },
  failureDomains: ['1', '2', '3'],
  autoscale: { minSize: 1, maxSize: 4 },
});
cluster.addNodePool('batch', {
  vmSize: 'Standard_D4s_v5',
  autoscale: { minSize: 0, maxSize: 10 },
  preemptible: AzureSpot.machines(),
  healthCheck: {},
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.azureCloudControllerManager());
cluster.addAddon(
  Addon.azureDiskCsi({
    storageClasses: [{ name: 'premium', skuName: 'Premium_LRS', default: true }],
  }),
);
cluster.addAddon(Addon.clusterAutoscaler());

fleet.run();
