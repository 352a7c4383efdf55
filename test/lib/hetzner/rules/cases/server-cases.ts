import { Gpu } from '../../../../../lib/cluster/model/gpu';
import { HCloudImage } from '../../../../../lib/hetzner/model/image';
import { HetznerNetwork } from '../../../../../lib/hetzner/model/network';
import { RescueKey } from '../../../../../lib/hetzner/model/rescue-key';
import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { MachineFormat } from '../../../../../lib/kubeadm/model/machine-format';
import {
  type HetznerModel,
  hetznerCluster,
  projectModel,
  serverPool,
} from '../../../../support/hetzner-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { inProject, withImage, withServerPool } from './hetzner-case';

const RESCUE = { rescueKey: RescueKey.fromSecret('robot').model };
const COMMAND = 'image-url-command-install.sh';
const PUBLIC = { network: HetznerNetwork.public().model };

/** Examples of rules on servers of Hetzner Cloud. */
export const SERVER_CASES: readonly RuleCase[] = [
  {
    rule: 'hcloud-server-type',
    broken: withServerPool({ size: 'cpx31' }),
    sound: withServerPool({ size: 'cax21' }),
    says: `mothership/demo/workers: serverType is "cpx31"
  allowed: a server type of project: "cpx32", "cax21"
  fix: write "cpx32", or add "cpx31" to the serverTypes of project`,
  },
  {
    rule: 'hcloud-ssh-keys',
    broken: inProject({ sshKeys: ['ops'] }, { pools: [serverPool({ sshKeys: ['opps', ''] })] }),
    sound: inProject({ sshKeys: ['ops'] }, { pools: [serverPool({ sshKeys: ['ops'] })] }),
    says: `mothership/demo/workers: sshKeys is "opps"
  allowed: an SSH key of project: "ops"
  fix: write "ops", or add "opps" to the sshKeys of project
mothership/demo/workers: sshKeys is ""
  allowed: the name of an SSH key
  fix: leave it out`,
  },
  {
    rule: 'hcloud-ssh-keys',
    broken: inProject({ sshKeys: [] }, { pools: [serverPool({ sshKeys: ['ops'] })] }),
    says: `mothership/demo/workers: sshKeys is "ops"
  allowed: an SSH key of project, which has none
  fix: add "ops" to the sshKeys of project`,
  },
  {
    rule: 'hcloud-public-address',
    broken: withServerPool({ publicNetwork: { enableIPv4: false, enableIPv6: true } }, PUBLIC),
    sound: withServerPool({ publicNetwork: { enableIPv4: false, enableIPv6: true } }),
    says: `mothership/demo/workers: publicNetwork.enableIPv4 is false
  allowed: true without a private network
  fix: leave it out, or write network: HetznerNetwork.managed()`,
  },
  {
    rule: 'hcloud-format',
    broken: withServerPool({
      bootstrap: { ...PLAIN_BOOTSTRAP, format: MachineFormat.ignition().model },
    }),
    sound: withServerPool({
      bootstrap: { ...PLAIN_BOOTSTRAP, format: MachineFormat.cloudInit().model },
    }),
    says: `mothership/demo/workers: bootstrap.format is "ignition"
  allowed: ignition only with the feature gate kubeadmBootstrapFormatIgnition
  fix: leave it out, or enable the gate in both kubeadm providers and add featureGates: { kubeadmBootstrapFormatIgnition: true } to the options of Providers
mothership/demo/workers: bootstrap.format is "ignition"
  allowed: cloud-init, the only format for Hetzner Cloud machines
  fix: leave it out, or put the cluster on an OpenStackCloud or an AwsAccount`,
  },
  {
    rule: 'hcloud-image-name',
    broken: withImage(HCloudImage.fromName(' ').model),
    sound: withImage(HCloudImage.fromName('ubuntu-24.04').model),
    says: `mothership/demo/workers: image is " "
  allowed: the name of an image
  fix: write, for example, HCloudImage.fromName("ubuntu-24.04")`,
  },
  {
    rule: 'hcloud-image-name',
    broken: listed('ubuntu-24.4'),
    sound: listed('ubuntu-24.04'),
    says: `mothership/demo/workers: image is "ubuntu-24.4"
  allowed: an image of project: "ubuntu-24.04"
  fix: write HCloudImage.fromName("ubuntu-24.04"), or add "ubuntu-24.4" to the images of project`,
  },
  {
    rule: 'hcloud-image-version',
    broken: withImage(HCloudImage.fromName('ubuntu-24.04-kube-v1.31.0').model),
    sound: withImage(HCloudImage.fromName('ubuntu-24.04-kube-v1.32.4').model),
    says: `mothership/demo/workers: image is "ubuntu-24.04-kube-v1.31.0"
  allowed: an image for Kubernetes 1.32.4, the version of the machines
  fix: write HCloudImage.fromName("ubuntu-24.04-kube-v1.32.4"), or kubernetesVersion: "1.31.0"`,
  },
  {
    rule: 'hcloud-image-version',
    broken: withImage(HCloudImage.fromName('kube-1.31').model),
    sound: withImage(HCloudImage.fromName('kube-1.32').model),
    says: `mothership/demo/workers: image is "kube-1.31"
  allowed: an image for Kubernetes 1.32.4, the version of the machines
  fix: write HCloudImage.fromName("kube-1.32")`,
  },
  {
    rule: 'hcloud-image-url',
    broken: withImage(HCloudImage.fromUrl('ghcr.io/example', COMMAND).model, RESCUE),
    sound: withImage(HCloudImage.fromUrl('oci://ghcr.io/example', COMMAND).model, RESCUE),
    says: `mothership/demo/workers: image is "ghcr.io/example"
  allowed: a URL
  fix: write, for example, HCloudImage.fromUrl("oci://registry.example.org/node:v1", "image-url-command-install.sh")`,
  },
  {
    rule: 'hcloud-image-url',
    broken: withImage(HCloudImage.fromUrl('oci://ghcr.io/example', 'install.sh').model, RESCUE),
    says: `mothership/demo/workers: image is "install.sh"
  allowed: "image-url-command-" with lower-case letters, digits, dots, dashes and underscores, without consecutive dots
  fix: write, for example, HCloudImage.fromUrl("oci://ghcr.io/example", "image-url-command-install.sh")`,
  },
  {
    rule: 'hcloud-image-url',
    broken: withImage(HCloudImage.fromUrl('oci://ghcr.io/a', `${COMMAND}..`).model, RESCUE),
    says: `mothership/demo/workers: image is "image-url-command-install.sh.."
  allowed: "image-url-command-" with lower-case letters, digits, dots, dashes and underscores, without consecutive dots
  fix: write, for example, HCloudImage.fromUrl("oci://ghcr.io/a", "image-url-command-install.sh")`,
  },
  {
    rule: 'hcloud-image-rescue',
    broken: withImage(HCloudImage.fromUrl('oci://ghcr.io/example', COMMAND).model),
    sound: withImage(HCloudImage.fromUrl('oci://ghcr.io/example', COMMAND).model, RESCUE),
    says: `mothership/demo/workers: image is "oci://ghcr.io/example"
  allowed: an image by name, because mothership/demo has no rescueKey
  fix: write rescueKey: RescueKey.fromSecret('robot-ssh') in mothership/demo`,
  },
  {
    rule: 'hcloud-type-sold',
    broken: sold({ controlPlaneRegions: ['ash'], network: HetznerNetwork.public().model }),
    sound: sold({}),
    says: `mothership/demo: endpoint.region is "fsn1"
  allowed: a region of us-east, where the control plane is: "ash"
  fix: write "ash"
mothership/demo/control-plane: serverType is "ccx23"
  allowed: a type that is available in "ash"; ccx23 is available only in "fsn1", "nbg1", "hel1"
  fix: write controlPlaneRegions: ["fsn1","nbg1","hel1"], or another server type`,
  },
  {
    rule: 'hcloud-pool-type-sold',
    broken: inProject(
      { sizes: { ...projectModel().sizes, ccx23: soldIn(['fsn1']) } },
      { pools: [serverPool({ size: 'ccx23' })] },
    ),
    sound: inProject(
      { sizes: { ...projectModel().sizes, ccx23: soldIn(['fsn1']) } },
      { pools: [serverPool({ size: 'ccx23', failureDomain: 'fsn1' })] },
    ),
    says: `mothership/demo/workers: serverType is "ccx23"
  allowed: a type that is available in "nbg1"; ccx23 is available only in "fsn1"
  fix: write failureDomains: ["fsn1"], or another server type`,
  },
  {
    rule: 'hcloud-pool-region',
    broken: withServerPool({ failureDomain: 'fsn2' }),
    sound: withServerPool({ failureDomain: 'hel1' }),
    says: `mothership/demo/workers: failureDomain is "fsn2"
  allowed: a region: "fsn1", "nbg1", "hel1", "ash", "hil", "sin"
  fix: write "fsn1"`,
  },
  {
    rule: 'hcloud-pool-region',
    broken: withServerPool({ failureDomains: ['fsn1', 'frankfurt'] }),
    says: `mothership/demo/workers: failureDomains is "frankfurt"
  allowed: a region: "fsn1", "nbg1", "hel1", "ash", "hil", "sin"
  fix: leave it out`,
  },
  {
    rule: 'hcloud-pool-zone',
    broken: withServerPool({ failureDomain: 'sin' }),
    sound: withServerPool({ failureDomain: 'sin' }, PUBLIC),
    says: `mothership/demo/workers: failureDomain is "sin"
  allowed: a region of eu-central, where the network is: "fsn1", "nbg1", "hel1"
  fix: leave it out, or move the pool to a separate cluster there`,
  },
  {
    rule: 'cloud-offer',
    broken: withServerPool({ gpu: Gpu.nvidia().model }),
    sound: withServerPool({}),
    says: `mothership/demo/workers: gpu is "nvidia.com/gpu"
  allowed: none; HetznerProject does not support GPUs, but OpenStackCloud, VCenter, AwsAccount or AzureSubscription does
  fix: leave it out, or put the pool into a cluster on OpenStackCloud, VCenter, AwsAccount or AzureSubscription
mothership/demo/workers: gpu is "nvidia.com/gpu"
  allowed: a size with GPUs; cpx32 has none
  fix: add gpu: { type: "nvidia.com/gpu", count: 1 } to cpx32 in the sizes of project`,
  },
];

/** Cluster `demo` whose pool has an image, in a project with one. */
function listed(name: string): HetznerModel {
  const image = HCloudImage.fromName(name).model;
  const { controlPlane } = hetznerCluster();
  return inProject(
    { images: ['ubuntu-24.04'] },
    {
      controlPlane: { ...controlPlane, image: HCloudImage.fromName('ubuntu-24.04').model },
      pools: [serverPool({ image })],
    },
  );
}

/** Cluster `demo` whose control plane has a server type that is sold in Europe. */
function sold(rest: Partial<HetznerModel>): HetznerModel {
  const { controlPlane } = hetznerCluster();
  return inProject(
    { sizes: { ...projectModel().sizes, ccx23: soldIn(['fsn1', 'nbg1', 'hel1']) } },
    { controlPlane: { ...controlPlane, size: 'ccx23' }, ...rest },
  );
}

function soldIn(regions: readonly ('fsn1' | 'nbg1' | 'hel1')[]) {
  return { cpus: 4, memory: '16Gi', disk: '160Gi', regions };
}
