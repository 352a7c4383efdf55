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

/** Types that vSphere adds to constructs, with the names of a vCenter's sizes. */
export interface VSphereKind<S extends string = string> extends CloudKind {
  readonly cluster: VSphereClusterProps;
  readonly controlPlane: VSphereMachineProps<S>;
  readonly pool: VSphereMachineProps<S>;
  readonly model: AssembledVSphereCluster;
}

/** Complete model of a cluster on vSphere. */
export type AssembledVSphereCluster = Composed<VSphereCluster, KubeadmCluster>;

/** Existing networks of a cluster's machines, and the address ranges inside the cluster. */
export interface VSphereNetworkProps extends ClusterRanges {
  /**
   * Devices of machines that do not set their own; the first one has the node's address.
   *
   * @see VSphereMachineTemplate.spec.template.spec.network.devices (infrastructure.cluster.x-k8s.io)
   */
  readonly devices: readonly NetworkDevice[];
  /**
   * Range of the machines' addresses, which other ranges and the endpoint are checked against.
   *
   * @default - the range is not known
   */
  readonly nodeCidr?: string;
  /**
   * Second range of the machines, an IPv6 range.
   *
   * @default - no second range, or it is not known
   */
  readonly nodeCidrIPv6?: string;
}

/** Props of clusters on vSphere, in addition to those of all clusters. */
export interface VSphereClusterProps {
  /**
   * Template of machines that do not set their own.
   *
   * @see VSphereMachineTemplate.spec.template.spec.template (infrastructure.cluster.x-k8s.io)
   */
  readonly template: VmTemplate;
  /** Networks of the machines, and the address ranges inside the cluster. */
  readonly network: VSphereNetworkProps;
  /**
   * Endpoint of the API server.
   *
   * @see VSphereCluster.spec.controlPlaneEndpoint (infrastructure.cluster.x-k8s.io)
   */
  readonly endpoint: GivenEndpoint;
  /**
   * Account that Cluster API provisions the cluster with.
   *
   * @default - the account of the vCenter
   * @see VSphereCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: VSphereIdentity;
  /**
   * Whether the provider keeps the machines of a group on different hosts with a cluster module of the compute cluster.
   *
   * @default true
   * @see VSphereCluster.spec.disableClusterModule (infrastructure.cluster.x-k8s.io)
   */
  readonly clusterModules?: boolean;
}

/** Props common to control planes and node pools on vSphere, including the placement of their machines. */
export interface VSphereMachineProps<S extends string = string> extends VmPlacement {
  /**
   * Size of the machines, one of the `sizes` of the vCenter.
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
   * Network devices of the machines; the first one has the node's address.
   *
   * @default - the cluster's devices
   * @see VSphereMachineTemplate.spec.template.spec.network.devices (infrastructure.cluster.x-k8s.io)
   */
  readonly devices?: readonly NetworkDevice[];
  /**
   * Size of the boot disk, in GiB.
   *
   * @default - the `disk` of the machine size
   * @see VSphereMachineTemplate.spec.template.spec.diskGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly diskGiB?: number;
  /**
   * Data disks in addition to the boot disk.
   *
   * @default - no data disks
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks (infrastructure.cluster.x-k8s.io)
   */
  readonly dataDisks?: readonly DataDisk[];
  /**
   * How machines are powered off before they are deleted.
   *
   * @default - immediately
   * @see VSphereMachineTemplate.spec.template.spec.powerOffMode (infrastructure.cluster.x-k8s.io)
   */
  readonly powerOff?: PowerOff;
  /**
   * IDs of vCenter tags, such as `urn:vmomi:InventoryServiceTag:<uuid>:GLOBAL`.
   *
   * @default - no tags
   * @see VSphereMachineTemplate.spec.template.spec.tagIDs (infrastructure.cluster.x-k8s.io)
   */
  readonly tagIDs?: readonly string[];
  /**
   * VMX settings of the hypervisor by key.
   *
   * @default - the template's settings
   * @see VSphereMachineTemplate.spec.template.spec.customVMXKeys (infrastructure.cluster.x-k8s.io)
   */
  readonly customVMXKeys?: Readonly<Record<string, string>>;
  /**
   * Virtual hardware version, such as `vmx-19`.
   *
   * @default - the template's version
   * @see VSphereMachineTemplate.spec.template.spec.hardwareVersion (infrastructure.cluster.x-k8s.io)
   */
  readonly hardwareVersion?: string;
  /**
   * Whether nested virtualization is enabled.
   *
   * @default - the template's setting
   * @see VSphereMachineTemplate.spec.template.spec.nestedHV (infrastructure.cluster.x-k8s.io)
   */
  readonly nestedHV?: boolean;
}
