import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { VSphereIdentityModel } from './identity';
import type { PciDevice, PciDeviceModel } from './pci-device';
import type { VSphereZonesModel } from './zones';

/** Size of virtual machines: vSphere has no table of them, so that the program has one. */
export interface VmSize extends MachineSize {
  /**
   * Processors of one socket.
   *
   * @default - the template's
   * @see VSphereMachineTemplate.spec.template.spec.numCoresPerSocket (infrastructure.cluster.x-k8s.io)
   */
  readonly coresPerSocket?: number;
  /**
   * Devices of the host that machines get; those with `gpu` have one for each GPU.
   *
   * @default - no devices
   * @see VSphereMachineTemplate.spec.template.spec.pciDevices (infrastructure.cluster.x-k8s.io)
   */
  readonly pciDevices?: readonly PciDevice[];
}

/** Size of virtual machines, as plain data. */
export interface VmSizeModel extends MachineSize {
  /** Processors of one socket; absent for the template's. */
  readonly coresPerSocket?: number;
  /** Devices of the host; absent for none. */
  readonly pciDevices?: readonly PciDeviceModel[];
}

/** Where virtual machines are made, unless something nearer to them says otherwise. */
export interface VmPlacement {
  /**
   * Datacenter, by its name or inventory path.
   *
   * @default - the only one of the vCenter
   * @see VSphereMachineTemplate.spec.template.spec.datacenter (infrastructure.cluster.x-k8s.io)
   */
  readonly datacenter?: string;
  /**
   * Datastore of the disks, by its name or inventory path.
   *
   * @default - one that the storage policy admits, or the only one
   * @see VSphereMachineTemplate.spec.template.spec.datastore (infrastructure.cluster.x-k8s.io)
   */
  readonly datastore?: string;
  /**
   * Storage policy that the datastore has to fulfil.
   *
   * @default - no policy
   * @see VSphereMachineTemplate.spec.template.spec.storagePolicyName (infrastructure.cluster.x-k8s.io)
   */
  readonly storagePolicyName?: string;
  /**
   * Folder of the machines, by its name or inventory path.
   *
   * @default - the datacenter's folder of virtual machines
   * @see VSphereMachineTemplate.spec.template.spec.folder (infrastructure.cluster.x-k8s.io)
   */
  readonly folder?: string;
  /**
   * Resource pool of the machines, by its name or inventory path.
   *
   * @default - the only one of the datacenter
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

/** A vCenter, as clusters use it. */
export interface VSphereCloudModel extends CloudModel {
  readonly kind: 'vsphere';
  /** Name or address of the vCenter. */
  readonly server: string;
  /** SHA-1 fingerprint of its certificate; absent where the certificate is not checked. */
  readonly thumbprint?: string;
  /** Account with which clusters are made that bring none of their own. */
  readonly identity: VSphereIdentityModel;
  /** Known sizes of machines by name. */
  readonly sizes: Readonly<Record<string, VmSizeModel>>;
  /** Where machines are made that say nothing of it. */
  readonly placement: VmPlacement;
  /** Names or paths of known templates; absent where the user listed none. */
  readonly templates?: readonly string[];
  /** Zones, whose names are the failure domains; absent where there are none. */
  readonly zones?: VSphereZonesModel;
}
