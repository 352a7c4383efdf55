import {
  Addon,
  BalancerHealthCheck,
  CalicoJob,
  CalicoManifest,
  Checksum,
  Cni,
  Fleet,
  HCloudImage,
  HetznerEndpoint,
  HetznerNetwork,
  HetznerProject,
  HetznerSecret,
  ManagementCluster,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';

export const fleet = new Fleet({ outdir: 'build/hetzner' });

const project = new HetznerProject(fleet, 'shop-project', {
  hetznerSecret: HetznerSecret.fromSecret('hcloud'),
  serverTypes: {
    cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi', architecture: 'amd64' },
    ccx23: { cpus: 4, memory: '16Gi', disk: '160Gi', architecture: 'amd64' },
    // Arm servers are available only in these regions.
    cax31: {
      cpus: 8,
      memory: '16Gi',
      disk: '160Gi',
      architecture: 'arm64',
      regions: ['fsn1', 'nbg1', 'hel1'],
    },
  },
  sshKeys: ['operations'],
});

const management = new ManagementCluster(fleet, 'management', {
  providers: Providers.stable('1.14', { infrastructure: ['hetzner'] }),
});

const cluster = new WorkloadCluster(management, 'shop', {
  cloud: project,
  kubernetesVersion: '1.34.3',
  controlPlaneRegions: ['fsn1', 'nbg1', 'hel1'],
  // One snapshot per architecture has the label caph-image-name with this value.
  image: HCloudImage.fromName('ubuntu-24.04-kube-v1.34.3'),
  sshKeys: ['operations'],
  network: HetznerNetwork.managed({ cidrBlock: '10.8.0.0/16', subnetCidrBlock: '10.8.0.0/20' }),
  endpoint: HetznerEndpoint.managed({
    region: 'fsn1',
    healthCheck: BalancerHealthCheck.https({ intervalSeconds: 5, timeoutSeconds: 3 }),
  }),
  placementGroups: ['control-plane', 'web'],
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: { serverType: 'cpx32', placementGroup: 'control-plane' },
});
cluster.addNodePool('web', {
  serverType: 'ccx23',
  placementGroup: 'web',
  failureDomains: ['fsn1', 'nbg1', 'hel1'],
  autoscale: { minSize: 3, maxSize: 6 },
});
cluster.addNodePool('batch', {
  serverType: 'cax31',
  failureDomain: 'hel1',
  autoscale: { minSize: 0, maxSize: 10 },
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.hcloudCloudControllerManager());
cluster.addAddon(Addon.hcloudCsi({ storageClasses: [{ name: 'hcloud-volumes', default: true }] }));
cluster.addAddon(Addon.clusterAutoscaler());

fleet.run();
