import type { BlockDeviceModel } from '../../../../../lib/openstack/model/block-device';
import { type RuleCase, withPool } from '../../../assembly/rule-case';

/** Examples of rules on further disks and scheduler hints of machines. */
export const BLOCK_DEVICE_CASES: readonly RuleCase[] = [
  {
    rule: 'block-device-name',
    broken: devices({ name: 'Data 1' }),
    sound: devices({ name: 'data-1' }),
    says: `mothership/demo/workers: additionalBlockDevices is "Data 1"
  allowed: a name of 1 to 60 characters without commas, slashes or spaces
  fix: name it "data-1"`,
  },
  {
    rule: 'block-device-root',
    broken: devices({ name: 'root' }),
    sound: devices({ name: 'rooted' }),
    says: `mothership/demo/workers: additionalBlockDevices is "root"
  allowed: a name other than "root"
  fix: name it "data"`,
  },
  {
    rule: 'block-device-unique',
    broken: devices({}, {}),
    sound: devices({}, { name: 'logs' }),
    says: `mothership/demo/workers: additionalBlockDevices is "data"
  allowed: unique names
  fix: name it "data-2"`,
  },
  {
    rule: 'block-device-size',
    broken: devices({ sizeGiB: 1.5 }, { name: 'logs', sizeGiB: 0 }),
    sound: devices({ sizeGiB: 2 }),
    says: `mothership/demo/workers: additionalBlockDevices["data"].sizeGiB is 1.5
  allowed: an integer of 1 GiB or more
  fix: write 2
mothership/demo/workers: additionalBlockDevices["logs"].sizeGiB is 0
  allowed: an integer of 1 GiB or more
  fix: leave the device out`,
  },
  {
    rule: 'block-device-volume',
    broken: devices({ storage: { kind: 'volume', type: '', availabilityZone: 'zone a' } }),
    sound: devices({ storage: { kind: 'volume', type: 'ssd', availabilityZone: 'machine' } }),
    says: `mothership/demo/workers: additionalBlockDevices["data"].type is ""
  allowed: a name without spaces
  fix: leave it out to use the cloud's default
mothership/demo/workers: additionalBlockDevices["data"].availabilityZone is "zone a"
  allowed: a name without spaces
  fix: leave it out to use the cloud's default`,
  },
  {
    rule: 'scheduler-hint-value',
    broken: withPool({ schedulerHints: { '': 'x', half: 1.6, empty: '' } }),
    sound: withPool({ schedulerHints: { same_host: 'a', spread: true, weight: 2 } }),
    says: `mothership/demo/workers: schedulerHints is ""
  allowed: hints with non-empty names
  fix: leave it out
mothership/demo/workers: schedulerHints["half"] is 1.6
  allowed: an integer, true, false, or a string of 1 to 255 characters
  fix: write 2
mothership/demo/workers: schedulerHints["empty"] is ""
  allowed: an integer, true, false, or a string of 1 to 255 characters
  fix: leave it out`,
  },
  {
    rule: 'scheduler-hint-group',
    broken: withPool({ schedulerHints: { group: 'apart' } }),
    sound: withPool({ serverGroup: { filter: { name: 'apart' } } }),
    says: `mothership/demo/workers: schedulerHints["group"] is "apart"
  allowed: hints other than "group"
  fix: set the group as serverGroup`,
  },
  {
    rule: 'scheduler-hint-value',
    broken: withPool({ schedulerHints: { query: 'q'.repeat(256) } }),
    sound: withPool({ schedulerHints: { query: 'q'.repeat(255) } }),
    says: `mothership/demo/workers: schedulerHints["query"] is "${'q'.repeat(256)}"
  allowed: an integer, true, false, or a string of 1 to 255 characters
  fix: leave it out`,
  },
];

function devices(...given: readonly Partial<BlockDeviceModel>[]) {
  return withPool({
    additionalBlockDevices: given.map((device) => ({
      name: 'data',
      sizeGiB: 20,
      storage: { kind: 'local' },
      ...device,
    })),
  });
}
