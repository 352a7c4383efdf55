import { type Construct, Node } from 'constructs';
import {
  Addon,
  BalancerHealthCheck,
  HCloudImage,
  HetznerEndpoint,
  HetznerNetwork,
  HetznerProject,
  HetznerSecret,
  RescueKey,
  WorkloadCluster,
} from '../../../constructs/index';
import { OTHERWISE, otherwiseBut } from '../fleets';
import type { WideOnCloud } from './wide-on-clouds';

/** Clusters on Hetzner Cloud with everything that they may say. */
export const WIDE_HETZNER: WideOnCloud = {
  kind: 'hetzner',
  versions: [
    ['1.13', '1.1'],
    ['1.14', '1.1'],
  ],
  clusters: (management) => {
    const project = new HetznerProject(Node.of(management).scope as Construct, 'project', {
      hetznerSecret: HetznerSecret.fromExternalSecret(
        { store: 'vault', data: { hcloud: { key: 'hcloud' } } },
        { keys: { hcloudToken: 'hcloud', sshKey: 'ssh-key' } },
      ),
      serverTypes: {
        cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi' },
        cax21: { cpus: 4, memory: '8Gi', disk: '80Gi', architecture: 'arm64' },
      },
    });
    const wide = new WorkloadCluster(management, 'wide', {
      cloud: project,
      kubernetesVersion: '1.32.4',
      controlPlaneRegions: ['fsn1', 'nbg1', 'hel1'],
      image: HCloudImage.fromName('ubuntu-24.04'),
      sshKeys: ['operations'],
      rescueKey: RescueKey.fromSecret('robot-ssh'),
      network: HetznerNetwork.managed({
        cidrBlock: '10.8.0.0/16',
        subnetCidrBlock: '10.8.0.0/24',
      }),
      endpoint: HetznerEndpoint.fromLoadBalancer('wide-api', {
        region: 'fsn1',
        type: 'lb21',
        algorithm: 'least_connections',
        extraServices: [{ listenPort: 443, destinationPort: 30_443, protocol: 'http' }],
        healthCheck: BalancerHealthCheck.https({
          port: 6443,
          path: '/livez',
          domain: 'api.example.org',
          response: 'ok',
          statusCodes: ['200', '3??'],
          intervalSeconds: 5,
          timeoutSeconds: 3,
          retries: 2,
        }),
        dnsName: 'api.example.org',
      }),
      placementGroups: ['control-plane'],
      secretInWorkloadCluster: false,
      controlPlane: { serverType: 'cpx32', placementGroup: 'control-plane' },
      installedOtherwise: otherwiseBut('cloud-controller-manager', 'csi-driver'),
    });
    wide.addAddon(Addon.hcloudCloudControllerManager());
    wide.addAddon(Addon.hcloudCsi());
    wide.addNodePool('workers', {
      serverType: 'cax21',
      image: HCloudImage.fromUrl('oci://ghcr.io/example/node:v1', 'image-url-command-install.sh'),
      sshKeys: ['operations', 'audit'],
      publicNetwork: { enableIPv4: false, enableIPv6: false },
      failureDomain: 'hel1',
    });
    const plain = new WorkloadCluster(management, 'plain', {
      cloud: project,
      kubernetesVersion: '1.32.4',
      controlPlaneRegions: ['ash'],
      image: HCloudImage.fromName('ubuntu-24.04'),
      network: HetznerNetwork.public(),
      endpoint: HetznerEndpoint.external({ host: 'api.example.org', port: 443 }),
      hetznerSecret: HetznerSecret.fromSecret('plain'),
      controlPlane: { serverType: 'cpx32' },
      installedOtherwise: OTHERWISE,
    });
    return [wide, plain];
  },
};
