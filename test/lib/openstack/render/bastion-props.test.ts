import type { BastionModel } from '../../../../lib/openstack/model/bastion';
import { bastionModel } from '../../../support/bastion';
import { byInfrastructure, everywhere, type PropRow, testProps } from '../../../support/rendering';

const GROUP = { filter: { name: 'ssh' } };

const BASTION: Readonly<Record<keyof BastionModel, readonly PropRow[]>> = {
  enabled: [row({}, 'enabled', true), row({ enabled: false }, 'enabled', false)],
  size: [
    {
      model: { bastion: bastionModel() },
      key: 'infrastructure',
      lands: byInfrastructure(
        [['spec', 'bastion', 'spec', 'flavor'], 'm1.k8s-worker'],
        [['spec', 'bastion', 'spec', 'flavor'], { filter: { name: 'm1.k8s-worker' } }],
      ),
    },
  ],
  image: [row({}, 'spec.image', { filter: { name: 'ubuntu' } })],
  sshKeyName: [row({ sshKeyName: 'support' }, 'spec.sshKeyName', 'support')],
  rootVolume: [row({ rootVolume: { sizeGiB: 20 } }, 'spec.rootVolume', { sizeGiB: 20 })],
  securityGroups: [row({ securityGroups: [GROUP] }, 'spec.securityGroups', [GROUP])],
  tags: [row({ tags: ['door'] }, 'spec.tags', ['door'])],
  serverMetadata: [
    row({ serverMetadata: { team: 'a' } }, 'spec.serverMetadata', [{ key: 'team', value: 'a' }]),
  ],
  serverGroup: [row({ serverGroup: GROUP }, 'spec.serverGroup', GROUP)],
  schedulerHints: [
    row({ schedulerHints: { spread: true } }, 'spec.schedulerHintAdditionalProperties', [
      { name: 'spread', value: { type: 'Bool', bool: true } },
    ]),
  ],
  configDrive: [row({ configDrive: false }, 'spec.configDrive', false)],
  availabilityZone: [row({ availabilityZone: 'nova' }, 'availabilityZone', 'nova')],
  floatingIP: [row({ floatingIP: '203.0.113.7' }, 'floatingIP', '203.0.113.7')],
};

describe('a rendered bastion', () => testProps(BASTION));

function row(part: Partial<BastionModel>, path: string, value: unknown): PropRow {
  return {
    model: { bastion: bastionModel(part) },
    key: 'infrastructure',
    lands: everywhere(`spec.bastion.${path}`, value),
  };
}
