import type { MachineModel } from '../../cluster/model/machine';
import type { VmPlacement } from './cloud';
import type { DataDisk } from './data-disk';
import type { NetworkDeviceModel } from './network';
import type { PowerOffModel } from './power-off';
import type { VmTemplateModel } from './template';

/** Name of a version of virtual hardware. */
export const HARDWARE_VERSION = /^vmx-[1-9][0-9]?$/;

/** Virtual machines of vSphere as machines of a cluster. */
export interface VSphereMachine extends MachineModel {
  /** Template that machines are cloned from. */
  readonly template: VmTemplateModel;
  /** Where machines are made, over what their cloud says. */
  readonly placement: VmPlacement;
  /** Network devices; absent for those of the cluster. */
  readonly devices?: readonly NetworkDeviceModel[] | undefined;
  /** Disks besides the one that machines boot from; absent for none. */
  readonly dataDisks?: readonly DataDisk[] | undefined;
  /** How machines are switched off; absent for the provider's way. */
  readonly powerOff?: PowerOffModel | undefined;
  /** Identifiers of tags of the vCenter. */
  readonly tagIDs: readonly string[];
  /** Settings of the hypervisor, by their keys. */
  readonly customVMXKeys: Readonly<Record<string, string>>;
  /** Version of the virtual hardware; absent for the template's. */
  readonly hardwareVersion?: string | undefined;
  /** Whether machines may run virtual machines themselves; absent for what the template says. */
  readonly nestedHV?: boolean | undefined;
}
