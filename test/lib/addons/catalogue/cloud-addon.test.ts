import assert from 'node:assert/strict';
import { cloudAddon } from '../../../../lib/addons/catalogue/cloud-addon';
import { cloudModel, clusterModel } from '../../../support/models';

const CLOUD = { kind: 'elsewhere', part: 'csi-driver' } as const;
const PLACE = { name: 'disks', path: 'mothership/demo/disks' };

describe('cloudAddon', () => {
  it('asks for no description on a cloud of another kind', () => {
    const addon = cloudAddon('disks', CLOUD, () => assert.fail('it was described'));

    assert.deepEqual(addon(clusterModel(), PLACE), {
      type: 'disks',
      strategy: 'Reconcile',
      payload: [],
      cloud: CLOUD,
    });
  });

  it('says of which clouds the addon is', () => {
    const addon = cloudAddon('disks', { kind: cloudModel().kind, part: 'csi-driver' }, () => ({
      type: 'disks',
      strategy: 'ApplyOnce',
      payload: [],
      version: '1.2.3',
    }));

    assert.deepEqual(addon(clusterModel(), PLACE).cloud, { kind: 'openstack', part: 'csi-driver' });
    assert.equal(addon(clusterModel(), PLACE).version, '1.2.3');
  });
});
