import assert from 'node:assert/strict';
import { type BastionProps, MachineImage, NetworkLookup } from '../../constructs/index';
import { assertHolds } from '../support/assert-holds';
import { at, findObject, type TestFlavor, testFleet } from '../support/fleets';

type Props = Partial<BastionProps<TestFlavor>>;

const ROWS: Readonly<Record<keyof BastionProps, readonly [Props, string, unknown]>> = {
  enabled: [{ enabled: false }, 'enabled', false],
  flavor: [{ flavor: 'large' }, 'spec.flavor', 'large'],
  image: [{ image: MachineImage.fromName('debian') }, 'spec.image', { filter: { name: 'debian' } }],
  sshKeyName: [{ sshKeyName: 'support' }, 'spec.sshKeyName', 'support'],
  rootVolume: [{ rootVolume: { sizeGiB: 12 } }, 'spec.rootVolume', { sizeGiB: 12 }],
  securityGroups: [
    { securityGroups: [NetworkLookup.fromName('ssh')] },
    'spec.securityGroups',
    [{ filter: { name: 'ssh' } }],
  ],
  tags: [{ tags: ['door'] }, 'spec.tags', ['door']],
  serverMetadata: [
    { serverMetadata: { team: 'a' } },
    'spec.serverMetadata',
    [{ key: 'team', value: 'a' }],
  ],
  serverGroup: [
    { serverGroup: NetworkLookup.fromName('apart') },
    'spec.serverGroup',
    { filter: { name: 'apart' } },
  ],
  schedulerHints: [
    { schedulerHints: { spread: true } },
    'spec.schedulerHintAdditionalProperties',
    [{ name: 'spread', value: { type: 'Bool', bool: true } }],
  ],
  configDrive: [{ configDrive: true }, 'spec.configDrive', true],
  availabilityZone: [{ availabilityZone: 'nova' }, 'availabilityZone', 'nova'],
  floatingIP: [{ floatingIP: '203.0.113.7' }, 'floatingIP', '203.0.113.7'],
};

describe('a bastion', () => {
  for (const [prop, [props, path, expected]] of Object.entries(ROWS)) {
    it(`brings ${prop} to ${path}`, () => {
      assertHolds(at(bastionOf(props), path), expected);
    });
  }

  it('has image and key pair of its cluster where it names none', () => {
    assert.deepEqual(bastionOf({}), {
      enabled: true,
      spec: { flavor: 'small', image: { filter: { name: 'ubuntu' } }, sshKeyName: 'ops' },
    });
  });

  it('is there only where it is asked for', () => {
    const objects = testFleet().cluster().toJson();

    assert.equal(at(findObject(objects, 'OpenStackCluster'), 'spec.bastion'), undefined);
  });
});

function bastionOf(props: Props): unknown {
  const bastion = { flavor: 'small', ...props } as const;
  const objects = testFleet().cluster('prod', { sshKeyName: 'ops', bastion }).toJson();
  return at(findObject(objects, 'OpenStackCluster'), 'spec.bastion');
}
