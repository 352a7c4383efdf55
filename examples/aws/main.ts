import {
  Addon,
  AwsAccount,
  AwsEndpoint,
  AwsIdentity,
  AwsImage,
  AwsNetwork,
  AwsSecurityGroups,
  CalicoJob,
  CalicoManifest,
  Checksum,
  Cni,
  Fleet,
  ManagementCluster,
  Providers,
  Spot,
  WorkloadCluster,
} from '../../constructs/index';

const OFFICE = '198.51.100.0/24';
/** Source address of the management cluster. */
const MANAGEMENT = '203.0.113.7';

export const fleet = new Fleet({ outdir: 'build/aws' });

const account = new AwsAccount(fleet, 'production', {
  region: 'eu-central-1',
  instanceTypes: {
    'm6i.large': { cpus: 2, memory: '8Gi', disk: '40Gi' },
    'm6i.xlarge': { cpus: 4, memory: '16Gi', disk: '80Gi' },
    'g5.xlarge': {
      cpus: 4,
      memory: '16Gi',
      disk: '120Gi',
      gpu: { type: 'nvidia.com/gpu', count: 1 },
    },
  },
  // A role in the account of the clusters, which the user of the management cluster can assume.
  identity: AwsIdentity.role('production', {
    roleArn: 'arn:aws:iam::123456789012:role/clusters',
    namespaceSelector: { 'example.org/account': 'production' },
  }),
});

const management = new ManagementCluster(fleet, 'management', {
  providers: Providers.stable('1.14', { infrastructure: ['aws'] }),
});

const cluster = new WorkloadCluster(management, 'shop', {
  cloud: account,
  kubernetesVersion: '1.34.3',
  image: AwsImage.lookup({
    org: '123456789012',
    baseOs: 'ubuntu-24.04',
    format: 'kubernetes-{{.BaseOS}}-{{.K8sVersion}}-*',
  }),
  network: AwsNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
  endpoint: AwsEndpoint.managed({ allowedCidrs: [OFFICE, MANAGEMENT] }),
  securityGroups: AwsSecurityGroups.managed({ nodePortCidrs: ['10.8.0.0/16'] }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  tags: { 'cost-center': 'shop' },
  controlPlane: {
    instanceType: 'm6i.large',
    rootVolume: { sizeGiB: 60, type: 'gp3', encrypted: true },
  },
});
cluster.addNodePool('web', {
  instanceType: 'm6i.xlarge',
  rootVolume: { sizeGiB: 80, type: 'gp3', encrypted: true },
  failureDomains: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
  autoscale: { minSize: 1, maxSize: 4 },
});
cluster.addNodePool('batch', {
  instanceType: 'm6i.xlarge',
  autoscale: { minSize: 0, maxSize: 10 },
  preemptible: Spot.instances(),
  healthCheck: {},
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.awsCloudControllerManager());
cluster.addAddon(Addon.ebsCsi({ storageClasses: [{ name: 'gp3', default: true }] }));
cluster.addAddon(Addon.clusterAutoscaler());

fleet.run();
