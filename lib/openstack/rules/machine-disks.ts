import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import { closestWord, quotedList } from '../../base/words';
import { sizeOf } from '../../cluster/model/cloud';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import type { BlockDeviceModel } from '../model/block-device';
import type { MachineSubject } from './subjects';
import { isTag } from './tags';

const BY_TAG = /^\/dev\/disk\/openstack\/by-tag\/(.+?)(-part\d+)?$/;
/** Disks that a hypervisor names in order. Other names may belong to disks that a server always has. */
const BY_LETTER = /^\/dev\/vd([a-z])\d*$/;
const FIRST_LETTER = 'a'.charCodeAt(0);

/** Reports a device that machines do not have; returns undefined if they have it or may have it. */
function missingDisk(subject: MachineSubject, device: string, name = 'data'): Finding | undefined {
  const { additionalBlockDevices = [] } = subject.machine;
  const tag = BY_TAG.exec(device)?.[1];
  const names = additionalBlockDevices.map(({ name }) => name);
  if (tag !== undefined) {
    return names.includes(tag) ? undefined : missingTag(device, tag, names);
  }
  const index = letterIndex(device);
  const { size: flavor } = subject.machine;
  const { extraDisks = 0 } = sizeOf(subject.cluster.cloud, flavor) ?? {};
  const last = names.length + extraDisks;
  if (index === undefined || index <= last) return undefined;
  return {
    given: device,
    allowed:
      last === 0
        ? 'no disk besides the root disk, because there are no additionalBlockDevices'
        : `at most "/dev/vd${String.fromCharCode(FIRST_LETTER + last)}", with ${names.length} from additionalBlockDevices and ${extraDisks} from the flavor`,
    fix: `add BlockDevice.volume('${name}', { sizeGiB: 20 }) to additionalBlockDevices, or set extraDisks of flavor ${JSON.stringify(flavor)} if it has its own disks`,
  };
}

/** Reports a device that is found by its tag on machines without a config drive; returns undefined for all others. */
function untoldTag({ machine }: MachineSubject, device: string): Finding | undefined {
  if (!BY_TAG.test(device) || machine.configDrive === true) return undefined;
  return {
    given: device,
    allowed: 'a tag on machines with a config drive, from which the image reads tags',
    fix: write(true, { prop: 'configDrive', begins: 'write configDrive:' }),
  };
}

/** Returns the block device behind a device, if it is certain. */
function blockDeviceAt(
  { cluster, machine }: MachineSubject,
  device: string,
): BlockDeviceModel | undefined {
  const { additionalBlockDevices = [], size: flavor } = machine;
  const tag = BY_TAG.exec(device)?.[1];
  if (tag !== undefined) return additionalBlockDevices.find(({ name }) => name === tag);
  const isOrdered =
    (sizeOf(cluster.cloud, flavor)?.extraDisks ?? 0) === 0 &&
    additionalBlockDevices.every(({ storage }) => storage.kind === 'volume');
  const index = letterIndex(device) ?? 0;
  return isOrdered && index > 0 ? additionalBlockDevices[index - 1] : undefined;
}

function missingTag(device: string, tag: string, names: readonly string[]): Finding {
  const close = closestWord(
    tag,
    names.filter((name) => isTag(name) && !/\s/.test(name)),
  );
  return {
    given: device,
    allowed: `the name of one of additionalBlockDevices${names.length === 0 ? '' : `: ${quotedList(names)}`}`,
    fix:
      close === undefined
        ? `add BlockDevice.volume('${tag}', { sizeGiB: 20 }) to additionalBlockDevices`
        : write(device.replace(tag, close)),
  };
}

function letterIndex(device: string): number | undefined {
  const letter = BY_LETTER.exec(device)?.[1];
  return letter === undefined ? undefined : letter.charCodeAt(0) - FIRST_LETTER;
}

/** Disks of servers, by the tags of the cloud or in the order of the hypervisor. */
export const SERVER_DISKS: MachineDisks = {
  sources: {
    devices: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
    told: 'openstack/nova@master:doc/source/user/metadata.rst',
  },
  missing: missingDisk,
  untold: untoldTag,
  diskAt: blockDeviceAt,
};
