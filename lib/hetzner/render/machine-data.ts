import { compact, type Fields } from '../../base/fields';
import type { TemplateSpec } from '../../schema/generated/hetzner-v1beta1.shapes.generated';
import type { HCloudMachine } from '../model/machine';

/** Inputs of the machine template of a control plane or a pool, without the names of pools and clusters. */
export interface MachineData
  extends Pick<HCloudMachine, 'size' | 'image' | 'sshKeys' | 'placementGroup' | 'publicNetwork'> {}

/** Returns the inputs of the machine template of a control plane or a pool. */
export function machineData(machine: HCloudMachine): MachineData {
  const { size, image, sshKeys, placementGroup, publicNetwork } = machine;
  return { size, image, sshKeys, placementGroup, publicNetwork };
}

/** Returns the spec of the machine template. */
export function machineSpec(data: MachineData): Fields {
  return compact({
    type: data.size,
    ...imageFields(data),
    sshKeys: data.sshKeys.map((name) => ({ name })),
    placementGroupName: data.placementGroup,
    publicNetwork: {
      enableIPv4: data.publicNetwork.enableIPv4,
      enableIPv6: data.publicNetwork.enableIPv6,
    },
  } satisfies TemplateSpec);
}

function imageFields({ image }: MachineData): Partial<TemplateSpec> {
  return image.kind === 'name'
    ? { imageName: image.name }
    : { imageURL: image.url, imageURLCommand: image.command };
}
