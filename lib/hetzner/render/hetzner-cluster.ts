import { compact } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { RenderContext } from '../../cluster/render/infrastructure';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type {
  HcloudNetwork,
  HetznerClusterSpec,
  HetznerSecretRef,
  RobotRescueSecretRef,
} from '../../schema/generated/hetzner-v1beta1.shapes.generated';
import type { HetznerCluster } from '../model/cluster';
import type { HetznerSecretModel } from '../model/hetzner-secret';
import { zoneOf } from '../model/region';
import type { RescueKeyModel } from '../model/rescue-key';
import { controlPlaneEndpoint, controlPlaneLoadBalancer } from './load-balancer';

/** Renders the HetznerCluster: network, endpoint, SSH keys and placement groups of a cluster. */
export function renderHetznerCluster({
  cluster,
  apiVersions,
}: RenderContext<HetznerCluster>): Manifest {
  const { hetznerSecret, secretInWorkloadCluster, rescueKey, sshKeys, placementGroups } = cluster;
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'HetznerCluster',
    metadata: ownedMetadata(cluster, cluster.name, KEEP_ANNOTATIONS),
    spec: {
      ...compact({
        controlPlaneRegions: cluster.controlPlaneRegions,
        controlPlaneEndpoint: controlPlaneEndpoint(cluster),
        controlPlaneLoadBalancer: controlPlaneLoadBalancer(cluster),
        hcloudNetwork: hcloudNetwork(cluster),
        hcloudPlacementGroups: placementGroups.map((name) => ({ name, type: 'spread' as const })),
        hetznerSecretRef: hetznerSecretRef(hetznerSecret),
        skipCreatingHetznerSecretInWorkloadCluster: secretInWorkloadCluster ? undefined : true,
      } satisfies Partial<HetznerClusterSpec>),
      // The API server requires the field, with or without a key.
      sshKeys: compact({
        hcloud: sshKeys.map((name) => ({ name })),
        robotRescueSecretRef: rescueKey && rescueSecretRef(rescueKey),
      }),
    },
  };
}

/** Returns the private network in the network zone of the control plane. To the webhook, an absent field means no network. */
function hcloudNetwork({
  network,
  controlPlaneRegions: [first],
}: HetznerCluster): HcloudNetwork | undefined {
  if (network.kind === 'public') return undefined;
  return {
    enabled: true,
    ...compact({
      cidrBlock: network.cidrBlock,
      subnetCidrBlock: network.nodeCidr,
      networkZone: first === undefined ? undefined : zoneOf(first),
    }),
  };
}

function hetznerSecretRef({ secretName, keys }: HetznerSecretModel): HetznerSecretRef {
  return { name: secretName, key: { hcloudToken: keys.hcloudToken, sshKey: keys.sshKey } };
}

function rescueSecretRef(key: RescueKeyModel): RobotRescueSecretRef {
  return {
    name: key.secretName,
    key: { name: key.nameKey, publicKey: key.publicKeyKey, privateKey: key.privateKeyKey },
  };
}
