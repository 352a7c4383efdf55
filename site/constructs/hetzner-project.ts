/*
 * A project of Hetzner Cloud: its token, server types and SSH keys.
 */
import {
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
} from 'capi-fleet';

export const shown = ['HetznerCluster', 'HCloudMachineTemplate'];

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.14', { infrastructure: ['hetzner'] }),
});

// #region program
const project = new HetznerProject(fleet, 'shop-project', {
  hetznerSecret: HetznerSecret.fromSecret('hcloud'),
  serverTypes: {
    cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi', architecture: 'amd64' },
  },
  sshKeys: ['operations'],
});

new WorkloadCluster(mothership, 'shop', {
  cloud: project,
  kubernetesVersion: '1.34.3',
  controlPlaneRegions: ['fsn1', 'nbg1', 'hel1'],
  image: HCloudImage.fromName('ubuntu-24.04-kube-v1.34.3'),
  sshKeys: ['operations'],
  network: HetznerNetwork.managed({ cidrBlock: '10.8.0.0/16', subnetCidrBlock: '10.8.0.0/20' }),
  endpoint: HetznerEndpoint.managed({ region: 'fsn1' }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: { serverType: 'cpx32' },
  installedOtherwise: ['cni', 'cloud-controller-manager', 'csi-driver'],
});
// #endregion
