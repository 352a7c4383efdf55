import type { Composed } from '../../lib/assembly/model';
import type { HetznerCluster } from '../../lib/hetzner/model/cluster';
import type { HetznerEndpoint } from '../../lib/hetzner/model/endpoint';
import type { HetznerSecret } from '../../lib/hetzner/model/hetzner-secret';
import type { HCloudImage } from '../../lib/hetzner/model/image';
import type { PublicNetwork } from '../../lib/hetzner/model/machine';
import type { HetznerNetwork } from '../../lib/hetzner/model/network';
import type { HetznerRegion } from '../../lib/hetzner/model/region';
import type { RescueKey } from '../../lib/hetzner/model/rescue-key';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { CloudKind } from '../cloud';

/** What Hetzner Cloud adds to constructs, with the names of a project's server types. */
export interface HetznerKind<T extends string = string> extends CloudKind {
  readonly cluster: HetznerClusterProps;
  readonly controlPlane: HetznerMachineProps<T>;
  readonly pool: HetznerMachineProps<T>;
  readonly model: AssembledHetznerCluster;
}

/** Cluster on Hetzner Cloud with everything that is known of it. */
export type AssembledHetznerCluster = Composed<HetznerCluster, KubeadmCluster>;

/** Props of clusters on Hetzner Cloud, besides those that clusters have everywhere. */
export interface HetznerClusterProps {
  /**
   * Regions of one network zone over which the control plane is spread; machines of pools that name no failure domain are in any of them.
   *
   * @see HetznerCluster.spec.controlPlaneRegions (infrastructure.cluster.x-k8s.io)
   */
  readonly controlPlaneRegions: readonly HetznerRegion[];
  /**
   * How the API server is reached.
   *
   * @see HetznerCluster.spec.controlPlaneLoadBalancer (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint: HetznerEndpoint;
  /**
   * Image of machines that name none themselves.
   *
   * @see HCloudMachineTemplate.spec.template.spec.imageName (infrastructure.cluster.x-k8s.io)
   */
  readonly image: HCloudImage;
  /**
   * Network of the machines, and the address ranges inside the cluster.
   *
   * @default - `HetznerNetwork.managed()`
   * @see HetznerCluster.spec.hcloudNetwork (infrastructure.cluster.x-k8s.io)
   */
  readonly network?: HetznerNetwork;
  /**
   * Names of SSH keys of the project that may log in to machines that name none themselves.
   *
   * @default - the key that the Secret names; without one, Hetzner sends passwords of machines by mail
   * @see HetznerCluster.spec.sshKeys.hcloud (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeys?: readonly string[];
  /**
   * Secret with the token with which Cluster API makes the cluster.
   *
   * @default - the project's
   * @see HetznerCluster.spec.hetznerSecretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly hetznerSecret?: HetznerSecret;
  /**
   * Whether Cluster API copies the token into `kube-system` of the cluster, where the cloud controller manager and the
   * storage driver take it from. Without it they bring a token of their own, by a Secret that has to be there.
   *
   * @default true
   * @see HetznerCluster.spec.skipCreatingHetznerSecretInWorkloadCluster (infrastructure.cluster.x-k8s.io)
   */
  readonly secretInWorkloadCluster?: boolean;
  /**
   * SSH key of the rescue system, which images from a URL need.
   *
   * @default - images have names
   * @see HetznerCluster.spec.sshKeys.robotRescueSecretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly rescueKey?: RescueKey;
  /**
   * Names of groups whose servers are on different hosts, of at most ten servers each. Control plane and pools say which
   * one they are in.
   *
   * @default - no groups
   * @see HetznerCluster.spec.hcloudPlacementGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly placementGroups?: readonly string[];
}

/** Props that control planes and node pools have in common on Hetzner Cloud. */
export interface HetznerMachineProps<T extends string = string> {
  /**
   * Server type of the machines, one of the project's table.
   *
   * @see HCloudMachineTemplate.spec.template.spec.type (infrastructure.cluster.x-k8s.io)
   */
  readonly serverType: T;
  /**
   * Image that machines boot from.
   *
   * @default - the cluster's image
   * @see HCloudMachineTemplate.spec.template.spec.imageName (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: HCloudImage;
  /**
   * Names of SSH keys of the project that may log in.
   *
   * @default - the cluster's keys
   * @see HCloudMachineTemplate.spec.template.spec.sshKeys (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeys?: readonly string[];
  /**
   * Placement group of the cluster that the servers are in.
   *
   * @default - servers are on any hosts
   * @see HCloudMachineTemplate.spec.template.spec.placementGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly placementGroup?: string;
  /**
   * Public addresses of the machines.
   *
   * @default - one of IPv4, and a range of IPv6
   * @see HCloudMachineTemplate.spec.template.spec.publicNetwork (infrastructure.cluster.x-k8s.io)
   */
  readonly publicNetwork?: PublicNetwork;
}
