import type { Composed } from '../../lib/assembly/model';
import type { AzureBastion } from '../../lib/azure/model/bastion';
import type { AzureBootDiagnostics } from '../../lib/azure/model/boot-diagnostics';
import type { AzureCluster } from '../../lib/azure/model/cluster';
import type { AzureDataDisk, AzureOsDisk } from '../../lib/azure/model/disk';
import type { AzureEndpoint } from '../../lib/azure/model/endpoint';
import type { AzureEtcdDisk } from '../../lib/azure/model/etcd-disk';
import type { AzureIdentity } from '../../lib/azure/model/identity';
import type { AzureImage } from '../../lib/azure/model/image';
import type { AzureMachineIdentity } from '../../lib/azure/model/machine-identity';
import type { AzureNetwork } from '../../lib/azure/model/network';
import type { AzureOutbound } from '../../lib/azure/model/outbound';
import type { AzureSpot } from '../../lib/azure/model/preemptible';
import type { AzureSecurityProfile } from '../../lib/azure/model/security-profile';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { CloudKind } from '../cloud';

/** What Azure adds to constructs, with the names of a subscription's sizes. */
export interface AzureKind<T extends string = string> extends CloudKind {
  readonly cluster: AzureClusterProps;
  readonly controlPlane: AzureControlPlaneProps<T>;
  readonly pool: AzurePoolProps<T>;
  readonly model: AssembledAzureCluster;
}

/** Cluster on Azure with everything that is known of it. */
export type AssembledAzureCluster = Composed<AzureCluster, KubeadmCluster>;

/** Props of clusters on Azure, besides those that clusters have everywhere. */
export interface AzureClusterProps {
  /** Network of the machines, and the address ranges inside the cluster. */
  readonly network: AzureNetwork;
  /**
   * Image of machines that name none themselves.
   *
   * @default AzureImage.reference()
   * @see AzureMachineTemplate.spec.template.spec.image (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: AzureImage;
  /**
   * Public key of machines that state none themselves, as a line of `authorized_keys`.
   *
   * @default - one that the provider makes, and whose private half nobody keeps
   * @see AzureMachineTemplate.spec.template.spec.sshPublicKey (infrastructure.cluster.x-k8s.io)
   */
  readonly sshPublicKey?: string;
  /**
   * Identity with whose rights Cluster API makes the cluster.
   *
   * @default - the subscription's identity
   * @see AzureCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: AzureIdentity;
  /**
   * Resource group of everything that is made; one that exists outlives the cluster.
   *
   * @default - one with the cluster's name, which Cluster API makes
   * @see AzureCluster.spec.resourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup?: string;
  /**
   * How the API server is reached.
   *
   * @default AzureEndpoint.public()
   * @see AzureCluster.spec.networkSpec.apiServerLB (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint?: AzureEndpoint;
  /**
   * Load balancer through which workers reach the internet.
   *
   * @default - the gateways of their subnets alone
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeOutbound?: AzureOutbound;
  /**
   * Azure Bastion, through which operators reach machines; it cannot be taken away again.
   *
   * @default - no bastion
   * @see AzureCluster.spec.bastionSpec.azureBastion (infrastructure.cluster.x-k8s.io)
   */
  readonly bastion?: AzureBastion;
  /**
   * Tags of everything that Cluster API makes in Azure.
   *
   * @default - no tags of your own
   * @see AzureCluster.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Props that control planes and node pools have in common on Azure. */
export interface AzureMachineProps<T extends string = string> {
  /**
   * Size of the machines, one of the subscription's table.
   *
   * @see AzureMachineTemplate.spec.template.spec.vmSize (infrastructure.cluster.x-k8s.io)
   */
  readonly vmSize: T;
  /**
   * Image that machines boot from.
   *
   * @default - the cluster's image
   * @see AzureMachineTemplate.spec.template.spec.image (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: AzureImage;
  /**
   * Public key that may log in by SSH as `capi`, as a line of `authorized_keys`.
   *
   * @default - the cluster's key
   * @see AzureMachineTemplate.spec.template.spec.sshPublicKey (infrastructure.cluster.x-k8s.io)
   */
  readonly sshPublicKey?: string;
  /**
   * Disk to boot from.
   *
   * @default - a managed disk of the image's size
   * @see AzureMachineTemplate.spec.template.spec.osDisk (infrastructure.cluster.x-k8s.io)
   */
  readonly osDisk?: AzureOsDisk;
  /**
   * Disks besides the one that machines boot from.
   *
   * @default - no other disks
   * @see AzureMachineTemplate.spec.template.spec.dataDisks (infrastructure.cluster.x-k8s.io)
   */
  readonly dataDisks?: readonly AzureDataDisk[];
  /**
   * Whose rights in Azure what runs on the machines has.
   *
   * A control plane needs an identity, unless that of the cluster is a service principal with a password, which is then written
   * onto each machine of the control plane.
   *
   * @default AzureMachineIdentity.none()
   * @see AzureMachineTemplate.spec.template.spec.identity (infrastructure.cluster.x-k8s.io)
   */
  readonly machineIdentity?: AzureMachineIdentity;
  /**
   * Name of the subnet of the machines.
   *
   * Pools need it where several subnets are for workers.
   *
   * @default - the only subnet of their role
   * @see AzureMachineTemplate.spec.template.spec.networkInterfaces.subnetName (infrastructure.cluster.x-k8s.io)
   */
  readonly subnet?: string;
  /**
   * Whether packets go past the host, which most sizes can.
   *
   * @default - where the size can
   * @see AzureMachineTemplate.spec.template.spec.networkInterfaces.acceleratedNetworking (infrastructure.cluster.x-k8s.io)
   */
  readonly acceleratedNetworking?: boolean;
  /**
   * Whether machines have a public address.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.allocatePublicIP (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIp?: boolean;
  /**
   * Whether network interfaces take packets for pods that are not wrapped.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.enableIPForwarding (infrastructure.cluster.x-k8s.io)
   */
  readonly ipForwarding?: boolean;
  /**
   * Addresses of name servers.
   *
   * @default - those of the network
   * @see AzureMachineTemplate.spec.template.spec.dnsServers (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsServers?: readonly string[];
  /**
   * Tags of the machines and what belongs to them.
   *
   * @default - the cluster's tags alone
   * @see AzureMachineTemplate.spec.template.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Protection of the machines from their start on.
   *
   * @default - as the image has it
   * @see AzureMachineTemplate.spec.template.spec.securityProfile (infrastructure.cluster.x-k8s.io)
   */
  readonly securityProfile?: AzureSecurityProfile;
  /**
   * Whether volumes of the kind UltraSSD may be attached.
   *
   * @default - where `dataDisks` has one
   * @see AzureMachineTemplate.spec.template.spec.additionalCapabilities.ultraSSDEnabled (infrastructure.cluster.x-k8s.io)
   */
  readonly ultraSsd?: boolean;
  /**
   * Where Azure keeps what the machines print as they boot.
   *
   * @default AzureBootDiagnostics.managed()
   * @see AzureMachineTemplate.spec.template.spec.diagnostics (infrastructure.cluster.x-k8s.io)
   */
  readonly bootDiagnostics?: AzureBootDiagnostics;
  /**
   * Group of capacity that was reserved for the machines, by the identifier of its resource.
   *
   * @default - what Azure has left
   * @see AzureMachineTemplate.spec.template.spec.capacityReservationGroupID (infrastructure.cluster.x-k8s.io)
   */
  readonly capacityReservationGroupId?: string;
}

/** Props of control planes on Azure. */
export interface AzureControlPlaneProps<T extends string = string> extends AzureMachineProps<T> {
  /**
   * Disk of etcd, with the file system and the mount that it needs.
   *
   * An `etcd` that is elsewhere, or has a `volume` of its own, has none of these, and none may be stated beside it.
   *
   * @default AzureEtcdDisk.own()
   * @see AzureMachineTemplate.spec.template.spec.dataDisks (infrastructure.cluster.x-k8s.io)
   */
  readonly etcdDisk?: AzureEtcdDisk;
  /**
   * Availability zones that the machines are spread over, among `1`, `2` and `3`.
   *
   * @default - all that the location has
   * @see AzureCluster.spec.failureDomains (infrastructure.cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
}

/** Props of node pools on Azure, besides those that pools have everywhere. */
export interface AzurePoolProps<T extends string = string> extends AzureMachineProps<T> {
  /**
   * What makes the machines spot machines; needs `healthCheck`.
   *
   * @default - machines that stay
   */
  readonly preemptible?: AzureSpot;
}
