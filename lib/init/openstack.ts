import type { ClustersProgram, Infrastructure } from './infrastructure';

const CLOUD = `
// Change: the Secret with clouds.yaml, the external network, and the flavors of your cloud.
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('cloud-config'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.medium': { cpus: 2, memory: '4Gi', disk: '40Gi' },
    'm1.large': { cpus: 4, memory: '8Gi', disk: '80Gi' },
  },
});
`;

const MANAGED_NETWORK = `
  // Cluster API creates the network, and deletes it with the cluster.
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),`;

const PROVISIONED_NETWORK = `
  // Pulumi provisions the network and its security groups, which outlive the cluster.
  network: ClusterNetwork.provisioned({ nodeCidr: '10.8.0.0/24' }),
  securityGroups: SecurityGroups.provisioned(),`;

/** Clusters on OpenStack. */
export const OPENSTACK: Infrastructure = {
  name: 'openstack',
  title: 'OpenStack',
  hint: 'with or without Pulumi',
  provisions: true,
  clusters,
  change: 'Secret, external network, flavors, image and nodeCidr',
  prepare: ['clusterctl init --infrastructure openstack'],
  managementCluster: 'management',
};

function clusters(pulumi: boolean): ClustersProgram {
  return {
    imports: [
      'Addon',
      'CloudCredentials',
      'ClusterNetwork',
      'ExternalNetwork',
      'MachineImage',
      'OpenStackCloud',
      ...(pulumi ? ['SecurityGroups'] : []),
    ],
    cloud: CLOUD,
    providers: ['openstack'],
    cluster: clusterWith(pulumi ? PROVISIONED_NETWORK : MANAGED_NETWORK),
    addons: 'cluster.addAddon(Addon.openStackCloudControllerManager());',
  };
}

function clusterWith(network: string): string {
  return `
// Change: an image with kubelet and kubeadm of this Kubernetes version, and the range of the nodes.
const cluster = new WorkloadCluster(management, 'prod', {
  cloud,
  kubernetesVersion: '1.34.3',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.3'),${network}
  controlPlane: { replicas: 3, flavor: 'm1.medium' },
});
cluster.addNodePool('workers', { flavor: 'm1.large', replicas: 2 });
`;
}
