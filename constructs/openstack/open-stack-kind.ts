import type { Composed } from '../../lib/assembly/model';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { BlockDevice } from '../../lib/openstack/model/block-device';
import type { OpenStackCluster } from '../../lib/openstack/model/cluster';
import type { CloudCredentials } from '../../lib/openstack/model/credentials';
import type { ApiEndpoint } from '../../lib/openstack/model/endpoint';
import type { MachineImage, RootVolume, ServerGroup } from '../../lib/openstack/model/machine';
import type { MachineIdentity } from '../../lib/openstack/model/machine-identity';
import type { ClusterNetwork } from '../../lib/openstack/model/network';
import type { NetworkLookup } from '../../lib/openstack/model/network-lookup';
import type { Preemptible } from '../../lib/openstack/model/preemptible';
import type { SecurityGroups } from '../../lib/openstack/model/security-groups';
import type { CloudKind } from '../cloud';
import type { BastionProps } from './bastion-props';
import type { MachinePort } from './machine-port';

/** Types that OpenStack adds to constructs, with the names of a cloud's flavors. */
export interface OpenStackKind<F extends string = string> extends CloudKind {
  readonly cluster: OpenStackClusterProps<F>;
  readonly controlPlane: OpenStackControlPlaneProps<F>;
  readonly pool: OpenStackPoolProps<F>;
  readonly model: AssembledOpenStackCluster;
}

/** Complete model of a cluster on OpenStack. */
export type AssembledOpenStackCluster = Composed<OpenStackCluster, KubeadmCluster>;

/** Props of clusters on OpenStack, besides those of all clusters. */
export interface OpenStackClusterProps<F extends string = string> {
  /**
   * Image of machines without their own.
   *
   * @see OpenStackMachineTemplate.spec.template.spec.image (infrastructure.cluster.x-k8s.io)
   */
  readonly image: MachineImage;
  /**
   * Nova key pair of machines without their own.
   *
   * @default - nobody may log in by SSH
   * @see OpenStackMachineTemplate.spec.template.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Credentials with which Cluster API creates the cluster.
   *
   * @default - the cloud's credentials
   * @see OpenStackCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly credentials?: CloudCredentials;
  /** Network of the machines, and the address ranges inside the cluster. */
  readonly network: ClusterNetwork;
  /**
   * Endpoint of the API server.
   *
   * @default - a load balancer with a floating IP, created by Cluster API
   */
  readonly endpoint?: ApiEndpoint;
  /**
   * Security groups of the machines.
   *
   * @default - groups created by Cluster API with the rules that the CNI and addons need
   */
  readonly securityGroups?: SecurityGroups;
  /**
   * Server through which operators reach the machines by SSH.
   *
   * @default - no bastion
   * @see OpenStackCluster.spec.bastion (infrastructure.cluster.x-k8s.io)
   */
  readonly bastion?: BastionProps<F>;
  /**
   * Tags of everything that Cluster API creates in the cloud.
   *
   * @default - no tags
   * @see OpenStackCluster.spec.tags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: readonly string[];
}

/** Props that control planes and node pools have in common on OpenStack. */
export interface OpenStackMachineProps<F extends string = string> {
  /**
   * Nova flavor of the machines, from the cloud's table.
   *
   * @see OpenStackMachineTemplate.spec.template.spec.flavor (infrastructure.cluster.x-k8s.io)
   */
  readonly flavor: F;
  /**
   * Image that machines boot from.
   *
   * @default - the cluster's image
   * @see OpenStackMachineTemplate.spec.template.spec.image (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: MachineImage;
  /**
   * Nova key pair that may log in by SSH.
   *
   * @default - the cluster's key pair
   * @see OpenStackMachineTemplate.spec.template.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Cinder volume to boot from.
   *
   * @default - the flavor's local disk
   * @see OpenStackMachineTemplate.spec.template.spec.rootVolume (infrastructure.cluster.x-k8s.io)
   */
  readonly rootVolume?: RootVolume;
  /**
   * Disks besides the root disk.
   *
   * @default - no other disks
   * @see OpenStackMachineTemplate.spec.template.spec.additionalBlockDevices (infrastructure.cluster.x-k8s.io)
   */
  readonly additionalBlockDevices?: readonly BlockDevice[];
  /**
   * Credentials with which the machines are created.
   *
   * @default - the cluster's credentials
   * @see OpenStackMachineTemplate.spec.template.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: MachineIdentity;
  /**
   * Whether the ports of the machines are trunk parents, unless a port sets it itself.
   *
   * @default false
   * @see OpenStackMachineTemplate.spec.template.spec.trunk (infrastructure.cluster.x-k8s.io)
   */
  readonly trunk?: boolean;
  /**
   * Name of the cluster's pool from which the machines get floating IPs.
   *
   * @default - machines have no floating IPs
   * @see OpenStackMachineTemplate.spec.template.spec.floatingIPPoolRef (infrastructure.cluster.x-k8s.io)
   */
  readonly floatingIPPool?: string;
  /**
   * Network ports of the machines, the first of which has the node's address.
   *
   * @default - one port on the cluster's network
   * @see OpenStackMachineTemplate.spec.template.spec.ports (infrastructure.cluster.x-k8s.io)
   */
  readonly ports?: readonly MachinePort[];
  /**
   * Hints to Nova's scheduler, for filters that the cloud has.
   *
   * @default - only the server group
   * @see OpenStackMachineTemplate.spec.template.spec.schedulerHintAdditionalProperties (infrastructure.cluster.x-k8s.io)
   */
  readonly schedulerHints?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Server group that the machines join: an existing one, or one that `pulumi up` creates.
   *
   * @default - the scheduler places them freely
   * @see OpenStackMachineTemplate.spec.template.spec.serverGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly serverGroup?: NetworkLookup | ServerGroup;
  /**
   * Existing security groups besides the cluster's.
   *
   * @default - only the cluster's groups
   * @see OpenStackMachineTemplate.spec.template.spec.securityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: readonly NetworkLookup[];
  /**
   * Tags of the servers.
   *
   * @default - only the cluster's tags
   * @see OpenStackMachineTemplate.spec.template.spec.tags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: readonly string[];
  /**
   * Nova metadata of the servers.
   *
   * @default - no metadata
   * @see OpenStackMachineTemplate.spec.template.spec.serverMetadata (infrastructure.cluster.x-k8s.io)
   */
  readonly serverMetadata?: Readonly<Record<string, string>>;
  /**
   * Whether servers get a config drive.
   *
   * @default - the cloud decides
   * @see OpenStackMachineTemplate.spec.template.spec.configDrive (infrastructure.cluster.x-k8s.io)
   */
  readonly configDrive?: boolean;
}

/** Props of control planes on OpenStack, besides those of all control planes. */
export interface OpenStackControlPlaneProps<F extends string = string>
  extends OpenStackMachineProps<F> {
  /**
   * Nova availability zones to spread the machines over.
   *
   * @default - every zone of the cloud
   * @see OpenStackCluster.spec.controlPlaneAvailabilityZones (infrastructure.cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Whether Nova picks the availability zone itself.
   *
   * @default false
   * @see OpenStackCluster.spec.controlPlaneOmitAvailabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly omitAvailabilityZone?: boolean;
}

/** Props of node pools on OpenStack, besides those of all pools. */
export interface OpenStackPoolProps<F extends string = string> extends OpenStackMachineProps<F> {
  /**
   * Settings that make the servers preemptible; needs `healthCheck`.
   *
   * @default - servers that are not preemptible
   */
  readonly preemptible?: Preemptible;
}
