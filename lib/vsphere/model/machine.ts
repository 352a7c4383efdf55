import type { MachineModel } from '../../cluster/model/machine';
import type { VmPlacement } from './cloud';
import type { DataDisk } from './data-disk';
import type { NetworkDeviceModel } from './network';
import type { PowerOffModel } from './power-off';
import type { VmTemplateModel } from './template';

/** Pattern of hardware versions. */
export const HARDWARE_VERSION = /^vmx-[1-9][0-9]?$/;

/** vSphere virtual machines as machines of a cluster. */
export interface VSphereMachine extends MachineModel {
  /** Template that machines are cloned from. */
  readonly template: VmTemplateModel;
  /** Placement of the machines, which overrides that of the cloud. */
  readonly placement: VmPlacement;
  /** Network devices; absent for those of the cluster. */
  readonly devices?: readonly NetworkDeviceModel[] | undefined;
  /** Data disks in addition to the boot disk; absent for none. */
  readonly dataDisks?: readonly DataDisk[] | undefined;
  /** How machines are powered off; absent for the provider's default. */
  readonly powerOff?: PowerOffModel | undefined;
  /** IDs of vCenter tags. */
  readonly tagIDs: readonly string[];
  /** VMX settings of the hypervisor by key. */
  readonly customVMXKeys: Readonly<Record<string, string>>;
  /** Virtual hardware version; absent for the template's version. */
  readonly hardwareVersion?: string | undefined;
  /** Whether nested virtualization is enabled; absent for the template's setting. */
  readonly nestedHV?: boolean | undefined;
}
