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

/** Props and models that Azure adds to constructs, typed by the names of a subscription's VM sizes. */
export interface AzureKind<T extends string = string> extends CloudKind {
  readonly cluster: AzureClusterProps;
  readonly controlPlane: AzureControlPlaneProps<T>;
  readonly pool: AzurePoolProps<T>;
  readonly model: AssembledAzureCluster;
}

/** Complete model of a cluster on Azure. */
export type AssembledAzureCluster = Composed<AzureCluster, KubeadmCluster>;

/** Props of clusters on Azure, in addition to the common ones. */
export interface AzureClusterProps {
  /** Network of the machines, and the address ranges of pods and services. */
  readonly network: AzureNetwork;
  /**
   * Image of machines without their own.
   *
   * @default AzureImage.reference()
   * @see AzureMachineTemplate.spec.template.spec.image (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: AzureImage;
  /**
   * Public key of machines without their own, as a line of `authorized_keys`.
   *
   * @default - a key that the provider generates; nobody has its private key
   * @see AzureMachineTemplate.spec.template.spec.sshPublicKey (infrastructure.cluster.x-k8s.io)
   */
  readonly sshPublicKey?: string;
  /**
   * Identity that Cluster API uses to create the cluster.
   *
   * @default - the subscription's identity
   * @see AzureCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: AzureIdentity;
  /**
   * Resource group of all resources. An existing one outlives the cluster.
   *
   * @default - a group with the cluster's name, which Cluster API creates
   * @see AzureCluster.spec.resourceGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly resourceGroup?: string;
  /**
   * Endpoint of the API server.
   *
   * @default AzureEndpoint.public()
   * @see AzureCluster.spec.networkSpec.apiServerLB (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint?: AzureEndpoint;
  /**
   * Outbound load balancer, through which workers reach the internet.
   *
   * @default - only the NAT gateways of their subnets
   * @see AzureCluster.spec.networkSpec.nodeOutboundLB (infrastructure.cluster.x-k8s.io)
   */
  readonly nodeOutbound?: AzureOutbound;
  /**
   * Azure Bastion, through which operators reach machines. It cannot be removed later.
   *
   * @default - no bastion
   * @see AzureCluster.spec.bastionSpec.azureBastion (infrastructure.cluster.x-k8s.io)
   */
  readonly bastion?: AzureBastion;
  /**
   * Tags of all Azure resources that Cluster API creates.
   *
   * @default - no additional tags
   * @see AzureCluster.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Common props of control planes and node pools on Azure. */
export interface AzureMachineProps<T extends string = string> {
  /**
   * VM size of the machines, one of the subscription's `vmSizes`.
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
   * Public key for SSH login as `capi`, as a line of `authorized_keys`.
   *
   * @default - the cluster's key
   * @see AzureMachineTemplate.spec.template.spec.sshPublicKey (infrastructure.cluster.x-k8s.io)
   */
  readonly sshPublicKey?: string;
  /**
   * OS disk.
   *
   * @default - a managed disk with the image's size
   * @see AzureMachineTemplate.spec.template.spec.osDisk (infrastructure.cluster.x-k8s.io)
   */
  readonly osDisk?: AzureOsDisk;
  /**
   * Data disks in addition to the OS disk.
   *
   * @default - no data disks
   * @see AzureMachineTemplate.spec.template.spec.dataDisks (infrastructure.cluster.x-k8s.io)
   */
  readonly dataDisks?: readonly AzureDataDisk[];
  /**
   * Identity of workloads on the machines in Azure.
   *
   * A control plane needs an identity, unless the cluster's identity is a service principal with a password. That password is
   * then written to each control plane machine.
   *
   * @default AzureMachineIdentity.none()
   * @see AzureMachineTemplate.spec.template.spec.identity (infrastructure.cluster.x-k8s.io)
   */
  readonly machineIdentity?: AzureMachineIdentity;
  /**
   * Name of the subnet of the machines.
   *
   * Required for pools if the network has several worker subnets.
   *
   * @default - the only subnet with their role
   * @see AzureMachineTemplate.spec.template.spec.networkInterfaces.subnetName (infrastructure.cluster.x-k8s.io)
   */
  readonly subnet?: string;
  /**
   * Whether accelerated networking is enabled, which most VM sizes support.
   *
   * @default - true if the VM size supports it
   * @see AzureMachineTemplate.spec.template.spec.networkInterfaces.acceleratedNetworking (infrastructure.cluster.x-k8s.io)
   */
  readonly acceleratedNetworking?: boolean;
  /**
   * Whether machines have a public IP.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.allocatePublicIP (infrastructure.cluster.x-k8s.io)
   */
  readonly publicIp?: boolean;
  /**
   * Whether network interfaces accept unencapsulated packets for pods.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.enableIPForwarding (infrastructure.cluster.x-k8s.io)
   */
  readonly ipForwarding?: boolean;
  /**
   * Addresses of DNS servers.
   *
   * @default - the DNS servers of the network
   * @see AzureMachineTemplate.spec.template.spec.dnsServers (infrastructure.cluster.x-k8s.io)
   */
  readonly dnsServers?: readonly string[];
  /**
   * Tags of the machines and their resources.
   *
   * @default - only the cluster's tags
   * @see AzureMachineTemplate.spec.template.spec.additionalTags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Security profile of the machines.
   *
   * @default - the profile of the image
   * @see AzureMachineTemplate.spec.template.spec.securityProfile (infrastructure.cluster.x-k8s.io)
   */
  readonly securityProfile?: AzureSecurityProfile;
  /**
   * Whether UltraSSD volumes can be attached.
   *
   * @default - true if `dataDisks` has one
   * @see AzureMachineTemplate.spec.template.spec.additionalCapabilities.ultraSSDEnabled (infrastructure.cluster.x-k8s.io)
   */
  readonly ultraSsd?: boolean;
  /**
   * Storage of the machines' boot diagnostics.
   *
   * @default AzureBootDiagnostics.managed()
   * @see AzureMachineTemplate.spec.template.spec.diagnostics (infrastructure.cluster.x-k8s.io)
   */
  readonly bootDiagnostics?: AzureBootDiagnostics;
  /**
   * Resource ID of the capacity reservation group of the machines.
   *
   * @default - no capacity reservation
   * @see AzureMachineTemplate.spec.template.spec.capacityReservationGroupID (infrastructure.cluster.x-k8s.io)
   */
  readonly capacityReservationGroupId?: string;
}

/** Props of control planes on Azure. */
export interface AzureControlPlaneProps<T extends string = string> extends AzureMachineProps<T> {
  /**
   * Disk of etcd, with its file system and mount.
   *
   * External etcd, or `etcd` with its own `volume`, gets no such disk, and this prop must not be set.
   *
   * @default AzureEtcdDisk.own()
   * @see AzureMachineTemplate.spec.template.spec.dataDisks (infrastructure.cluster.x-k8s.io)
   */
  readonly etcdDisk?: AzureEtcdDisk;
  /**
   * Availability zones of the machines, out of `1`, `2` and `3`.
   *
   * @default - all zones of the location
   * @see AzureCluster.spec.failureDomains (infrastructure.cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
}

/** Props of node pools on Azure, in addition to the common ones. */
export interface AzurePoolProps<T extends string = string> extends AzureMachineProps<T> {
  /**
   * Spot options of the machines; needs `healthCheck`.
   *
   * @default - regular VMs
   */
  readonly preemptible?: AzureSpot;
}
