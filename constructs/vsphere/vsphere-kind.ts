import type { Composed } from '../../lib/assembly/model';
import type { ClusterRanges } from '../../lib/cluster/model/cluster-ranges';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { VmPlacement } from '../../lib/vsphere/model/cloud';
import type { VSphereCluster } from '../../lib/vsphere/model/cluster';
import type { DataDisk } from '../../lib/vsphere/model/data-disk';
import type { GivenEndpoint } from '../../lib/vsphere/model/endpoint';
import type { VSphereIdentity } from '../../lib/vsphere/model/identity';
import type { NetworkDevice } from '../../lib/vsphere/model/network';
import type { PowerOff } from '../../lib/vsphere/model/power-off';
import type { VmTemplate } from '../../lib/vsphere/model/template';
import type { CloudKind } from '../cloud';

/** What vSphere adds to constructs, with the names of a vCenter's sizes. */
export interface VSphereKind<S extends string = string> extends CloudKind {
  readonly cluster: VSphereClusterProps;
  readonly controlPlane: VSphereMachineProps<S>;
  readonly pool: VSphereMachineProps<S>;
  readonly model: AssembledVSphereCluster;
}

/** Cluster on vSphere with everything that is known of it. */
export type AssembledVSphereCluster = Composed<VSphereCluster, KubeadmCluster>;

/** Networks of a cluster's machines, which exist, and the address ranges inside the cluster. */
export interface VSphereNetworkProps extends ClusterRanges {
  /**
   * Devices of machines that name none themselves; the first has the node's address.
   *
   * @see VSphereMachineTemplate.spec.template.spec.network.devices (infrastructure.cluster.x-k8s.io)
   */
  readonly devices: readonly NetworkDevice[];
  /**
   * Range of the machines' addresses, against which other ranges and the endpoint are checked.
   *
   * @default - it is not known
   */
  readonly nodeCidr?: string;
  /**
   * Second range of the machines, one of IPv6.
   *
   * @default - there is none, or it is not known
   */
  readonly nodeCidrIPv6?: string;
}

/** Props of clusters on vSphere, besides those that clusters have everywhere. */
export interface VSphereClusterProps {
  /**
   * Template of machines that name none themselves.
   *
   * @see VSphereMachineTemplate.spec.template.spec.template (infrastructure.cluster.x-k8s.io)
   */
  readonly template: VmTemplate;
  /** Networks of the machines, and the address ranges inside the cluster. */
  readonly network: VSphereNetworkProps;
  /**
   * How the API server is reached.
   *
   * @see VSphereCluster.spec.controlPlaneEndpoint (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint: GivenEndpoint;
  /**
   * Account with which Cluster API makes the cluster.
   *
   * @default - the vCenter's
   * @see VSphereCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: VSphereIdentity;
  /**
   * Whether the provider keeps machines of a group on different hosts, by a module of their compute cluster.
   *
   * @default true
   * @see VSphereCluster.spec.disableClusterModule (infrastructure.cluster.x-k8s.io)
   */
  readonly clusterModules?: boolean;
}

/** Props that control planes and node pools have in common on vSphere, and where their machines are made. */
export interface VSphereMachineProps<S extends string = string> extends VmPlacement {
  /**
   * Size of the machines, one of the vCenter's table.
   *
   * @see VSphereMachineTemplate.spec.template.spec.numCPUs (infrastructure.cluster.x-k8s.io)
   * @see VSphereMachineTemplate.spec.template.spec.memoryMiB (infrastructure.cluster.x-k8s.io)
   */
  readonly size: S;
  /**
   * Template that machines are cloned from.
   *
   * @default - the cluster's template
   * @see VSphereMachineTemplate.spec.template.spec.template (infrastructure.cluster.x-k8s.io)
   */
  readonly template?: VmTemplate;
  /**
   * Network devices of the machines, the first of which has the node's address.
   *
   * @default - the cluster's devices
   * @see VSphereMachineTemplate.spec.template.spec.network.devices (infrastructure.cluster.x-k8s.io)
   */
  readonly devices?: readonly NetworkDevice[];
  /**
   * Size of the disk that machines boot from, in gibibytes.
   *
   * @default - what their size says
   * @see VSphereMachineTemplate.spec.template.spec.diskGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly diskGiB?: number;
  /**
   * Disks besides the one that machines boot from.
   *
   * @default - no other disks
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks (infrastructure.cluster.x-k8s.io)
   */
  readonly dataDisks?: readonly DataDisk[];
  /**
   * How machines are switched off before they are deleted.
   *
   * @default - at once
   * @see VSphereMachineTemplate.spec.template.spec.powerOffMode (infrastructure.cluster.x-k8s.io)
   */
  readonly powerOff?: PowerOff;
  /**
   * Identifiers of tags of the vCenter, such as `urn:vmomi:InventoryServiceTag:<uuid>:GLOBAL`.
   *
   * @default - no tags
   * @see VSphereMachineTemplate.spec.template.spec.tagIDs (infrastructure.cluster.x-k8s.io)
   */
  readonly tagIDs?: readonly string[];
  /**
   * Settings of the hypervisor, by their keys.
   *
   * @default - what the template says
   * @see VSphereMachineTemplate.spec.template.spec.customVMXKeys (infrastructure.cluster.x-k8s.io)
   */
  readonly customVMXKeys?: Readonly<Record<string, string>>;
  /**
   * Version of the virtual hardware, such as `vmx-19`.
   *
   * @default - the template's
   * @see VSphereMachineTemplate.spec.template.spec.hardwareVersion (infrastructure.cluster.x-k8s.io)
   */
  readonly hardwareVersion?: string;
  /**
   * Whether machines may run virtual machines themselves.
   *
   * @default - what the template says
   * @see VSphereMachineTemplate.spec.template.spec.nestedHV (infrastructure.cluster.x-k8s.io)
   */
  readonly nestedHV?: boolean;
}
