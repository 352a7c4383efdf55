import { compact, type Fields, sorted } from '../../base/fields';
import { GIBIBYTE, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import { sizeOf } from '../../cluster/model/cloud';
import type {
  Device,
  PciDevice,
  TemplateSpec,
} from '../../schema/generated/vsphere-v1beta2.shapes.generated';
import { PLACEMENT_FIELDS, type VmPlacement, type VmSizeModel } from '../model/cloud';
import type { VSphereCluster } from '../model/cluster';
import type { VSphereMachine } from '../model/machine';
import type { NetworkDeviceModel } from '../model/network';
import type { PciDeviceModel } from '../model/pci-device';

/** Inputs of the machine template of a control plane or a pool, without the names of pools and clusters. */
export interface MachineData
  extends Pick<
    VSphereMachine,
    | 'template'
    | 'dataDisks'
    | 'powerOff'
    | 'tagIDs'
    | 'customVMXKeys'
    | 'hardwareVersion'
    | 'nestedHV'
    | 'rootVolume'
  > {
  /** Contents of the size; absent if the cloud does not have it. */
  readonly size: VmSizeModel | undefined;
  /** Placement of the machines, including the defaults of the cloud. */
  readonly placement: VmPlacement;
  /** Network devices. */
  readonly devices: readonly NetworkDeviceModel[];
}

/** Returns the inputs of the machine template of a control plane or a pool. */
export function machineData(
  { cloud, network }: VSphereCluster,
  machine: VSphereMachine,
): MachineData {
  return {
    size: sizeOf(cloud, machine.size),
    template: machine.template,
    placement: { ...cloud.placement, ...definedIn(machine.placement) },
    devices: machine.devices ?? network.devices,
    dataDisks: machine.dataDisks,
    powerOff: machine.powerOff,
    tagIDs: machine.tagIDs,
    customVMXKeys: machine.customVMXKeys,
    hardwareVersion: machine.hardwareVersion,
    nestedHV: machine.nestedHV,
    rootVolume: machine.rootVolume,
  };
}

/** Returns the spec of the machine template. */
export function machineSpec(data: MachineData): Fields {
  const { size, template, placement, powerOff } = data;
  return compact({
    template: template.template,
    cloneMode: template.cloneMode,
    snapshot: template.snapshot,
    ...placementFields(placement),
    network: { devices: data.devices.map(deviceFields) },
    numCPUs: size?.cpus,
    numCoresPerSocket: size?.coresPerSocket,
    memoryMiB: size && wholeUnits(size.memory, MEBIBYTE),
    diskGiB: diskGiB(data),
    dataDisks: data.dataDisks?.map((disk) => compact({ ...disk })),
    pciDevices: size?.pciDevices?.map(pciFields),
    tagIDs: data.tagIDs,
    customVMXKeys: sorted(data.customVMXKeys),
    hardwareVersion: data.hardwareVersion,
    nestedHV: data.nestedHV,
    powerOffMode: powerOff?.mode,
    guestSoftPowerOffTimeoutSeconds: powerOff?.timeoutSeconds,
  } satisfies Partial<Record<keyof TemplateSpec, unknown>>);
}

/** Returns the size of the boot disk; undefined for a linked clone, which has the template's disk. */
function diskGiB({ size, template, rootVolume }: MachineData): number | undefined {
  if (template.cloneMode === 'linkedClone') return undefined;
  return rootVolume?.sizeGiB ?? (size && wholeUnits(size.disk, GIBIBYTE));
}

function wholeUnits(quantity: string, unit: number): number | undefined {
  const bytes = tryParseBytes(quantity);
  return bytes === undefined || bytes === 0 ? undefined : Math.ceil(bytes / unit);
}

function placementFields(placement: VmPlacement): Fields {
  return Object.fromEntries(PLACEMENT_FIELDS.map((name) => [name, placement[name]]));
}

function definedIn(placement: VmPlacement): VmPlacement {
  const given = Object.entries(placement).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function deviceFields({ networkName, addresses, ...options }: NetworkDeviceModel): Fields {
  return compact({ networkName, ...options, ...addressFields(addresses) } satisfies Device);
}

function addressFields(addresses: NetworkDeviceModel['addresses']): Partial<Device> {
  switch (addresses.kind) {
    case 'dhcp':
      return {
        dhcp4: addresses.families.includes(4),
        dhcp6: addresses.families.includes(6),
      };
    case 'pools':
      return {
        addressesFromPools: addresses.pools.map(({ apiGroup, kind, name }) => ({
          apiGroup,
          kind,
          name,
        })),
      };
    case 'unconfigured':
      return { skipIPAllocation: true };
  }
}

function pciFields(device: PciDeviceModel): PciDevice {
  return device.kind === 'vgpu'
    ? { vGPUProfile: device.profile }
    : { vendorId: device.vendorId, deviceId: device.deviceId };
}
