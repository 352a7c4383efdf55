import assert from 'node:assert/strict';
import { stacksOf } from '../../../lib/cli/fleet-stacks';
import { planFleet } from '../../../lib/plan/fleet-plan';
import { planJson } from '../../../lib/plan/plan-json';
import { cloudModel, clusterModel } from '../../support/models';
import { provisionedCluster } from '../../support/provisioned';

const CLOUD = cloudModel({ keyPairs: { ops: 'ssh-ed25519 fake' } });
const ALL = { clusters: [], clouds: [] };

describe('stacksOf', () => {
  it('makes a stack of each cloud and each cluster that has something to make', () => {
    assert.deepEqual(stacksOf(plan(), ALL), [
      {
        name: 'cloud-homelab',
        path: 'homelab',
        config: { clouds: '["homelab"]', clusters: '[]' },
        isCloud: true,
      },
      { name: 'demo', path: 'mothership/demo', config: { clusters: '["demo"]' }, isCloud: false },
    ]);
  });

  it('chooses by cluster and by cloud', () => {
    const names = (filter: Partial<typeof ALL>) =>
      stacksOf(plan(), { ...ALL, ...filter }).map(({ name }) => name);

    assert.deepEqual(names({ clusters: ['demo'] } as never), ['demo']);
    assert.deepEqual(names({ clouds: ['homelab'] } as never), ['cloud-homelab', 'demo']);
  });

  it('tells clusters of one name apart by their management clusters', () => {
    const twin = provisionedCluster({
      managementCluster: 'other',
      path: 'other/demo',
      cloud: CLOUD,
    });
    const stacks = stacksOf(plan(twin), ALL).filter(({ isCloud }) => !isCloud);

    assert.deepEqual(
      stacks.map(({ name, config }) => [name, config.clusters]),
      [
        ['mothership-demo', '["mothership/demo"]'],
        ['other-demo', '["other/demo"]'],
      ],
    );
  });

  it('refuses names that the fleet does not have', () => {
    assert.throws(() => stacksOf(plan(), { clusters: ['nope'], clouds: [] }), {
      message: '--cluster: there is no cluster "nope"; there are demo, idle',
    });
    assert.throws(() => stacksOf(plan(), { clusters: [], clouds: ['nope'] }), {
      message: '--cloud: there is no cloud "nope"; there are homelab',
    });
  });
});

function plan(...more: ReturnType<typeof provisionedCluster>[]) {
  const clusters = [
    provisionedCluster({ cloud: CLOUD }),
    clusterModel({ name: 'idle', cloud: CLOUD }),
  ];
  const clouds = [{ cloud: CLOUD, sharedNetworks: [] }];
  return planJson(planFleet(clouds, [...clusters, ...more]));
}
