import type { Infrastructure } from './infrastructure';

const CLOUD = `
// Change: region and instance types. Clusters are created with the provider's own credentials.
const account = new AwsAccount(fleet, 'account', {
  region: 'eu-central-1',
  instanceTypes: {
    'm6i.large': { cpus: 2, memory: '8Gi', disk: '40Gi' },
    'm6i.xlarge': { cpus: 4, memory: '16Gi', disk: '80Gi' },
  },
});
`;

const CLUSTER = `
// Change: the account with your images, and who reaches the API server, with the management cluster.
const cluster = new WorkloadCluster(management, 'prod', {
  cloud: account,
  kubernetesVersion: '1.34.3',
  image: AwsImage.lookup({
    org: '123456789012',
    baseOs: 'ubuntu-24.04',
    format: 'kubernetes-{{.BaseOS}}-{{.K8sVersion}}-*',
  }),
  network: AwsNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
  endpoint: AwsEndpoint.managed({ allowedCidrs: ['198.51.100.0/24', '203.0.113.7/32'] }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: { replicas: 3, instanceType: 'm6i.large' },
});
cluster.addNodePool('workers', {
  instanceType: 'm6i.xlarge',
  failureDomains: ['eu-central-1a', 'eu-central-1b'],
  replicas: 2,
});
`;

/** Clusters on AWS. */
export const AWS: Infrastructure = {
  name: 'aws',
  title: 'AWS',
  hint: 'EC2 instances in an account',
  provisions: false,
  clusters: () => ({
    imports: ['Addon', 'AwsAccount', 'AwsEndpoint', 'AwsImage', 'AwsNetwork', 'Cni'],
    cloud: CLOUD,
    providers: ['aws'],
    cluster: CLUSTER,
    addons: 'cluster.addAddon(Addon.awsCloudControllerManager());',
  }),
  change: 'region, instance types, owner of the images and allowedCidrs',
  prepare: [
    'clusterawsadm bootstrap iam create-cloudformation-stack',
    'export AWS_B64ENCODED_CREDENTIALS=$(clusterawsadm bootstrap credentials encode-as-profile)',
    'clusterctl init --infrastructure aws',
  ],
  managementCluster: 'management',
};
