import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  Fleet,
  GivenEndpoint,
  Gpu,
  ManagementCluster,
  NetworkDevice,
  PciDevice,
  PowerOff,
  Providers,
  VCenter,
  VCenterCertificate,
  VmTemplate,
  VSphereIdentity,
  VSphereZones,
  WorkloadCluster,
} from '../../constructs/index';

export const fleet = new Fleet({ outdir: 'build/vsphere' });

const REGION = { name: 'munich', tagCategory: 'k8s-region', type: 'Datacenter' } as const;

const vcenter = new VCenter(fleet, 'vcenter', {
  server: 'vcenter.example.org',
  certificate: VCenterCertificate.thumbprint(
    '4F:D0:B1:FF:12:CD:94:48:11:4B:5C:A6:6B:83:96:1D:8A:77:0F:3E',
  ),
  identity: VSphereIdentity.fromSecret('plant-vcenter'),
  datacenter: 'munich',
  datastore: 'vsan',
  folder: '/munich/vm/kubernetes',
  templates: ['ubuntu-2204-kube-v1.33.1', 'ubuntu-2204-gpu-kube-v1.33.1'],
  sizes: {
    small: { cpus: 2, memory: '8Gi', disk: '40Gi' },
    large: { cpus: 8, memory: '32Gi', disk: '100Gi', coresPerSocket: 4 },
    a100: {
      cpus: 16,
      memory: '128Gi',
      disk: '200Gi',
      gpu: { type: 'nvidia.com/gpu', count: 1 },
      pciDevices: [PciDevice.passthrough({ vendorId: 0x10de, deviceId: 0x20b5 })],
    },
  },
  zones: VSphereZones.written({
    'munich-a': {
      region: REGION,
      zone: { name: 'munich-a', tagCategory: 'k8s-zone', type: 'ComputeCluster' },
      datacenter: 'munich',
      computeCluster: 'rack-a',
      resourcePool: '/munich/host/rack-a/Resources/kubernetes',
    },
    'munich-b': {
      region: REGION,
      zone: { name: 'munich-b', tagCategory: 'k8s-zone', type: 'ComputeCluster' },
      datacenter: 'munich',
      computeCluster: 'rack-b',
      resourcePool: '/munich/host/rack-b/Resources/kubernetes',
    },
  }),
});

const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.13', { infrastructure: ['vsphere'] }),
});

const cluster = new WorkloadCluster(mothership, 'plant', {
  cloud: vcenter,
  kubernetesVersion: '1.33.1',
  template: VmTemplate.fullClone('ubuntu-2204-kube-v1.33.1'),
  network: { devices: [NetworkDevice.dhcp('vlan-120')], nodeCidr: '10.8.0.0/22' },
  endpoint: GivenEndpoint.virtualIp({ address: '10.8.3.250', dnsName: 'plant.k8s.example.org' }),
  installedOtherwise: ['device-plugin', 'kubelet-csr-approver'],
  controlPlane: {
    size: 'small',
    replicas: 3,
    powerOff: PowerOff.trySoft(),
  },
});

cluster.addNodePool('general', {
  size: 'large',
  autoscale: { minSize: 1, maxSize: 6 },
  failureDomains: ['munich-a', 'munich-b'],
  powerOff: PowerOff.trySoft({ timeoutSeconds: 600 }),
});
cluster.addNodePool('storage', {
  size: 'large',
  replicas: 3,
  failureDomain: 'munich-a',
  devices: [NetworkDevice.dhcp('vlan-120'), NetworkDevice.dhcp('vlan-900', { mtu: 9000 })],
  dataDisks: [{ name: 'osd', sizeGiB: 500, provisioningMode: 'Thick' }],
});
cluster.addNodePool('gpu', {
  size: 'a100',
  template: VmTemplate.fullClone('ubuntu-2204-gpu-kube-v1.33.1'),
  gpu: Gpu.nvidia(),
  autoscale: { minSize: 0, maxSize: 2 },
  failureDomain: 'munich-b',
});

cluster.addAddon(Addon.vSphereCloudControllerManager());
cluster.addAddon(
  Addon.vSphereCsi({
    storageClasses: [{ name: 'vsan', default: true, storagePolicyName: 'vSAN Default' }],
    topologyCategories: ['k8s-region', 'k8s-zone'],
  }),
);
cluster.addAddon(Addon.clusterAutoscaler());
new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});

fleet.run();
