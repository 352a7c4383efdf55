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

/** Types that Hetzner Cloud adds to constructs, with the names of a project's server types. */
export interface HetznerKind<T extends string = string> extends CloudKind {
  readonly cluster: HetznerClusterProps;
  readonly controlPlane: HetznerMachineProps<T>;
  readonly pool: HetznerMachineProps<T>;
  readonly model: AssembledHetznerCluster;
}

/** Complete model of a cluster on Hetzner Cloud. */
export type AssembledHetznerCluster = Composed<HetznerCluster, KubeadmCluster>;

/** Props of clusters on Hetzner Cloud, in addition to those of all clusters. */
export interface HetznerClusterProps {
  /**
   * Regions that the control plane is spread over, all in one network zone.
   *
   * Machines of pools that name no failure domain run in any of them.
   *
   * @see HetznerCluster.spec.controlPlaneRegions (infrastructure.cluster.x-k8s.io)
   */
  readonly controlPlaneRegions: readonly HetznerRegion[];
  /**
   * Endpoint of the API server.
   *
   * @see HetznerCluster.spec.controlPlaneLoadBalancer (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint: HetznerEndpoint;
  /**
   * Image of machines that do not set their own.
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
   * Names of the project's SSH keys that can log in to machines without SSH keys of their own.
   *
   * @default - the key that the Secret names; without one, Hetzner sends the passwords of machines by email
   * @see HetznerCluster.spec.sshKeys.hcloud (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeys?: readonly string[];
  /**
   * Secret with the token that Cluster API provisions the cluster with.
   *
   * @default - the Secret of the project
   * @see HetznerCluster.spec.hetznerSecretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly hetznerSecret?: HetznerSecret;
  /**
   * Whether Cluster API copies the token into `kube-system` of the cluster.
   *
   * The cloud controller manager and the CSI driver read it there. With `false` they need a token of their own, from an
   * existing Secret.
   *
   * @default true
   * @see HetznerCluster.spec.skipCreatingHetznerSecretInWorkloadCluster (infrastructure.cluster.x-k8s.io)
   */
  readonly secretInWorkloadCluster?: boolean;
  /**
   * SSH key of the rescue system, required for images from a URL.
   *
   * @default - no key; images are given by name
   * @see HetznerCluster.spec.sshKeys.robotRescueSecretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly rescueKey?: RescueKey;
  /**
   * Names of placement groups, which keep at most ten servers each on different hosts.
   *
   * The control plane and pools select one of them with `placementGroup`.
   *
   * @default - no placement groups
   * @see HetznerCluster.spec.hcloudPlacementGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly placementGroups?: readonly string[];
}

/** Props common to control planes and node pools on Hetzner Cloud. */
export interface HetznerMachineProps<T extends string = string> {
  /**
   * Server type of the machines, one of the `serverTypes` of the project.
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
   * Names of the project's SSH keys that can log in.
   *
   * @default - the cluster's keys
   * @see HCloudMachineTemplate.spec.template.spec.sshKeys (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeys?: readonly string[];
  /**
   * Placement group of the cluster for the servers.
   *
   * @default - servers run on any host
   * @see HCloudMachineTemplate.spec.template.spec.placementGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly placementGroup?: string;
  /**
   * Public addresses of the machines.
   *
   * @default - one IPv4 address and one IPv6 range
   * @see HCloudMachineTemplate.spec.template.spec.publicNetwork (infrastructure.cluster.x-k8s.io)
   */
  readonly publicNetwork?: PublicNetwork;
}
