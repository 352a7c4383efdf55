import assert from 'node:assert/strict';
import { itemsOf, planFleet } from '../../../../lib/openstack/plan/fleet-plan';
import { planJson } from '../../../../lib/openstack/plan/plan-json';
import { cloudModel } from '../../../support/models';
import { provisionedCluster } from '../../../support/provisioned';

const CLOUD = cloudModel({
  keyPairs: { ops: 'ssh-ed25519 fake' },
  externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
});

describe('planJson', () => {
  const plan = planFleet(
    [{ cloud: CLOUD, sharedNetworks: [] }],
    [provisionedCluster({ cloud: CLOUD })],
  );
  const json = planJson(plan);

  it('has clouds with what is made and looked up', () => {
    assert.equal(json.version, 2);
    assert.deepEqual(json.clouds, [
      {
        path: 'homelab',
        name: 'homelab',
        resources: [
          {
            name: 'homelab/key-pair-ops',
            kind: 'keyPair',
            args: { name: 'ops', publicKey: 'ssh-ed25519 fake' },
          },
        ],
        lookups: [
          {
            name: 'homelab/external-network',
            kind: 'network',
            args: { name: 'public', external: true },
          },
        ],
      },
    ]);
  });

  it('has clusters with where they belong, and references among resources', () => {
    const [cluster] = json.clusters;

    assert.equal(cluster?.managementCluster, 'mothership');
    assert.equal(cluster?.cloud, 'homelab');
    assert.deepEqual(
      cluster?.resources.find(({ name }) => name === 'mothership/demo/network/subnet')?.args
        .networkId,
      { from: 'mothership/demo/network/network', attribute: 'id' },
    );
  });

  it('leaves nothing out, and survives being written', () => {
    const groups = [...json.clouds, ...json.clusters];
    const names = groups.flatMap(({ resources, lookups }) =>
      [...lookups, ...resources].map(({ name }) => name),
    );

    assert.deepEqual(
      names.sort(),
      itemsOf(plan)
        .map(({ name }) => name)
        .sort(),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
  });
});
