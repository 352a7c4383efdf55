import assert from 'node:assert/strict';
import { pendingCreates, recoveryArguments } from '../../../lib/cli/pending-creates';

const URN =
  'urn:pulumi:a::fleet::capi-fleet:index:WorkloadCluster$openstack:x:Y::mothership/a/network/network';
const OTHER = 'urn:pulumi:a::fleet::openstack:x:Y::mothership/a/network/router';

describe('a killed update', () => {
  it('leaves resources that it was making', () => {
    const deployment = {
      pending_operations: [
        { type: 'creating', resource: { urn: URN } },
        { type: 'deleting', resource: { urn: OTHER } },
      ],
    };

    assert.deepEqual(pendingCreates(deployment), [
      { urn: URN, name: 'mothership/a/network/network' },
    ]);
    assert.deepEqual(pendingCreates({}), []);
  });

  it('is made good by taking over what the cloud has, and forgetting the rest', () => {
    const pending = pendingCreates({
      pending_operations: [URN, OTHER].map((urn) => ({ type: 'creating', resource: { urn } })),
    });
    const ids = new Map([['mothership/a/network/network', 'id-1']]);

    assert.deepEqual(recoveryArguments(pending, ids).slice(5), [
      '--import-pending-creates',
      URN,
      '--import-pending-creates',
      'id-1',
    ]);
  });
});
