import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { VSphereIdentityModel } from './identity';
import type { PciDevice, PciDeviceModel } from './pci-device';
import type { VSphereZonesModel } from './zones';

/** Size of virtual machines. vSphere has no list of sizes, so the program defines one. */
export interface VmSize extends MachineSize {
  /**
   * Cores per CPU socket.
   *
   * @default - the template's value
   * @see VSphereMachineTemplate.spec.template.spec.numCoresPerSocket (infrastructure.cluster.x-k8s.io)
   */
  readonly coresPerSocket?: number;
  /**
   * PCI devices of the host that machines get. A size with `gpu` has one for each GPU.
   *
   * @default - no devices
   * @see VSphereMachineTemplate.spec.template.spec.pciDevices (infrastructure.cluster.x-k8s.io)
   */
  readonly pciDevices?: readonly PciDevice[];
}

/** Size of virtual machines, as plain data. */
export interface VmSizeModel extends MachineSize {
  /** Cores per CPU socket; absent for the template's value. */
  readonly coresPerSocket?: number;
  /** PCI devices of the host; absent for none. */
  readonly pciDevices?: readonly PciDeviceModel[];
}

/** Placement of virtual machines, unless a more specific setting overrides it. */
export interface VmPlacement {
  /**
   * Name or inventory path of the datacenter.
   *
   * @default - the only datacenter of the vCenter
   * @see VSphereMachineTemplate.spec.template.spec.datacenter (infrastructure.cluster.x-k8s.io)
   */
  readonly datacenter?: string;
  /**
   * Name or inventory path of the datastore for the disks.
   *
   * @default - a datastore that satisfies the storage policy, or the only one
   * @see VSphereMachineTemplate.spec.template.spec.datastore (infrastructure.cluster.x-k8s.io)
   */
  readonly datastore?: string;
  /**
   * Storage policy that the datastore must satisfy.
   *
   * @default - no policy
   * @see VSphereMachineTemplate.spec.template.spec.storagePolicyName (infrastructure.cluster.x-k8s.io)
   */
  readonly storagePolicyName?: string;
  /**
   * Name or inventory path of the folder for the machines.
   *
   * @default - the datacenter's folder of virtual machines
   * @see VSphereMachineTemplate.spec.template.spec.folder (infrastructure.cluster.x-k8s.io)
   */
  readonly folder?: string;
  /**
   * Name or inventory path of the resource pool for the machines.
   *
   * @default - the only resource pool of the datacenter
   * @see VSphereMachineTemplate.spec.template.spec.resourcePool (infrastructure.cluster.x-k8s.io)
   */
  readonly resourcePool?: string;
}

/** Fields of {@link VmPlacement}, in the order of their documentation. */
export const PLACEMENT_FIELDS = [
  'datacenter',
  'datastore',
  'storagePolicyName',
  'folder',
  'resourcePool',
] as const satisfies readonly (keyof VmPlacement)[];

/** vCenter that clusters run on, as plain data. */
export interface VSphereCloudModel extends CloudModel {
  readonly kind: 'vsphere';
  /** Name or address of the vCenter. */
  readonly server: string;
  /** SHA-1 fingerprint of its certificate; absent if the certificate is not verified. */
  readonly thumbprint?: string;
  /** Account of clusters that do not set their own. */
  readonly identity: VSphereIdentityModel;
  /** Known sizes of machines by name. */
  readonly sizes: Readonly<Record<string, VmSizeModel>>;
  /** Placement of machines that do not set their own. */
  readonly placement: VmPlacement;
  /** Names or paths of known templates; absent if the user lists none. */
  readonly templates?: readonly string[];
  /** Zones, whose names are the failure domains; absent if there are none. */
  readonly zones?: VSphereZonesModel;
}
