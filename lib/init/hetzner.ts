import type { Infrastructure } from './infrastructure';

const CLOUD = `
// Change: the Secret with the token of the project, the server types, and an SSH key of the project.
const project = new HetznerProject(fleet, 'project', {
  hetznerSecret: HetznerSecret.fromSecret('hcloud'),
  serverTypes: {
    cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi' },
    ccx23: { cpus: 4, memory: '16Gi', disk: '160Gi' },
  },
  sshKeys: ['operations'],
});
`;

const CLUSTER = `
// Change: regions, and a snapshot with kubelet and kubeadm, whose label caph-image-name has this value.
const cluster = new WorkloadCluster(management, 'prod', {
  cloud: project,
  kubernetesVersion: '1.34.3',
  controlPlaneRegions: ['fsn1', 'nbg1', 'hel1'],
  image: HCloudImage.fromName('ubuntu-24.04-kube-v1.34.3'),
  network: HetznerNetwork.managed({ cidrBlock: '10.8.0.0/16', subnetCidrBlock: '10.8.0.0/20' }),
  endpoint: HetznerEndpoint.managed({ region: 'fsn1' }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: { replicas: 3, serverType: 'cpx32' },
});
cluster.addNodePool('workers', {
  serverType: 'ccx23',
  failureDomains: ['fsn1', 'nbg1', 'hel1'],
  replicas: 3,
});
`;

/** Clusters on Hetzner Cloud. */
export const HETZNER: Infrastructure = {
  name: 'hetzner',
  title: 'Hetzner Cloud',
  hint: 'servers in a project',
  provisions: false,
  clusters: () => ({
    imports: [
      'Addon',
      'Cni',
      'HCloudImage',
      'HetznerEndpoint',
      'HetznerNetwork',
      'HetznerProject',
      'HetznerSecret',
    ],
    cloud: CLOUD,
    providers: ['hetzner'],
    cluster: CLUSTER,
    addons: 'cluster.addAddon(Addon.hcloudCloudControllerManager());',
  }),
  change: 'Secret, server types, SSH key, regions and snapshot',
  prepare: ['clusterctl init --infrastructure hetzner'],
  managementCluster: 'management',
};
