import { leaveOut, nameIt, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber, nextWhole } from '../../base/words';
import { toDnsLabel } from '../../cluster/rules/names';
import type { BlockDeviceModel } from '../model/block-device';
import type { MachineSubject } from './subjects';
import { isTag } from './tags';

const PROP = 'additionalBlockDevices';
const ROOT = 'root';
const NAME_OR_NOTHING = /^[^ ]+$/;
const TYPES = 'CAPO@v0.14.7:api/v1beta1/types.go';
const WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackmachine_webhook.go';
const MACHINE_CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackmachinetemplates.yaml';

/** Rules on the additional disks of machines. */
export const BLOCK_DEVICE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'block-device-name',
    reason:
      'The name becomes the tag of the device in Nova, and the suffix of the name of its volume.',
    source: TYPES,
    check({ machine }, refuse) {
      visit(machine, ({ name }) => {
        if (isTag(name) && NAME_OR_NOTHING.test(name)) return;
        refuse(
          { path: machine.path, prop: PROP },
          {
            given: name,
            allowed: 'a name of 1 to 60 characters without commas, slashes or spaces',
            fix: nameIt(freeName(machine, name)),
          },
        );
      });
    },
  },
  {
    id: 'block-device-root',
    reason:
      'The name is reserved for the root disk, so the webhook rejects every machine with such a disk.',
    source: WEBHOOK,
    check({ machine }, refuse) {
      visit(machine, ({ name }) => {
        if (name !== ROOT) return;
        refuse(
          { path: machine.path, prop: PROP },
          {
            given: name,
            allowed: `a name other than "${ROOT}"`,
            fix: nameIt(freeName(machine, 'data')),
          },
        );
      });
    },
  },
  {
    id: 'block-device-unique',
    reason: 'The disks of a machine are identified by their names, so each name must be unique.',
    source: MACHINE_CRD,
    check({ machine: { path, additionalBlockDevices = [] } }, refuse) {
      const names = additionalBlockDevices.map(({ name }) => name);
      names.forEach((name, index) => {
        if (names.indexOf(name) === index) return;
        const better = toDnsLabel(name, 60, names) ?? `${name}-${index + 1}`;
        refuse({ path, prop: PROP }, { given: name, allowed: 'unique names', fix: nameIt(better) });
      });
    },
  },
  {
    id: 'block-device-size',
    reason: 'Cinder and Nova accept disk sizes only in whole GiB.',
    source: MACHINE_CRD,
    check({ machine }, refuse) {
      visit(machine, ({ name, sizeGiB }, index) => {
        if (isWholeNumber(sizeGiB, 1)) return;
        const next = nextWhole(sizeGiB, 1);
        refuse(place(machine.path, name, 'sizeGiB'), {
          given: sizeGiB,
          allowed: integerWords(sizeGiB, 1, ' GiB'),
          fix:
            next !== undefined
              ? write(next)
              : leaveOut({ prop: `${PROP}[${index}]`, begins: 'leave the device out' }),
        });
      });
    },
  },
  {
    id: 'block-device-volume',
    reason: 'The volume type and zone must not be empty, and zone names cannot contain spaces.',
    source: MACHINE_CRD,
    check({ machine }, refuse) {
      visit(machine, ({ name, storage }) => {
        if (storage.kind !== 'volume') return;
        const { type, availabilityZone: zone } = storage;
        if (type !== undefined && type.trim() === '') refuseText(name, 'type', type);
        if (zone !== undefined && !NAME_OR_NOTHING.test(zone)) {
          refuseText(name, 'availabilityZone', zone);
        }
      });
      function refuseText(name: string, prop: string, given: string): void {
        refuse(place(machine.path, name, prop), {
          given,
          allowed: 'a name without spaces',
          fix: leaveOut({ ends: " to use the cloud's default" }),
        });
      }
    },
  },
];

function freeName(
  { additionalBlockDevices = [] }: MachineSubject['machine'],
  name: string,
): string {
  const names = additionalBlockDevices.map((device) => device.name);
  return (
    toDnsLabel(name, 60, [ROOT, ...names]) ?? toDnsLabel('data', 60, [ROOT, ...names]) ?? 'data'
  );
}

function visit(
  { additionalBlockDevices = [] }: MachineSubject['machine'],
  look: (device: BlockDeviceModel, index: number) => void,
): void {
  for (const [index, device] of additionalBlockDevices.entries()) look(device, index);
}

function place(path: string, name: string, prop: string): Parameters<Refuse>[0] {
  return { path, prop: `${PROP}[${JSON.stringify(name)}].${prop}` };
}
