import assert from 'node:assert/strict';
import { stacksOf } from '../../../lib/cli/fleet-stacks';
import { planFleet } from '../../../lib/openstack/plan/fleet-plan';
import { planJson } from '../../../lib/openstack/plan/plan-json';
import { cloudModel, clusterModel } from '../../support/models';
import { provisionedCluster } from '../../support/provisioned';

const CLOUD = cloudModel({ keyPairs: { ops: 'ssh-ed25519 fake' } });
const ALL = { clusters: [], clouds: [] };

describe('stacksOf', () => {
  it('makes a stack of each cloud and each cluster that has something to make', () => {
    assert.deepEqual(
      stacksOf(plan(), ALL).map(({ planned: _, ...rest }) => rest),
      [
        {
          name: 'cloud-homelab',
          path: 'homelab',
          config: { clouds: '["homelab"]', clusters: '[]' },
          isCloud: true,
          cloud: { name: 'homelab', path: 'homelab' },
        },
        {
          name: 'demo',
          otherName: 'mothership-demo',
          path: 'mothership/demo',
          config: { clusters: '["demo"]' },
          isCloud: false,
          cloud: { name: 'homelab', path: 'homelab' },
        },
      ],
    );
  });

  it('chooses by cluster and by cloud', () => {
    const names = (filter: Partial<Parameters<typeof stacksOf>[1]>) =>
      stacksOf(plan(named('other', 'demo-2')), { ...ALL, ...filter }).map(({ name }) => name);

    assert.deepEqual(names({ clusters: ['demo'] }), ['demo']);
    assert.deepEqual(names({ clusters: ['other/demo-2'] }), ['demo-2']);
    assert.deepEqual(names({ clouds: ['homelab'] }), ['cloud-homelab', 'demo', 'demo-2']);
    assert.deepEqual(names({ clouds: ['homelab'], clusters: ['demo'] }), ['cloud-homelab', 'demo']);
    assert.deepEqual(names({ clusters: ['idle'] }), []);
  });

  it('tells clusters of one name apart by their management clusters', () => {
    const stacks = stacksOf(plan(named('other', 'demo')), ALL).filter(({ isCloud }) => !isCloud);

    assert.deepEqual(
      stacks.map(({ name, otherName, config }) => [name, otherName, config.clusters]),
      [
        ['mothership-demo', 'demo', '["mothership/demo"]'],
        ['other-demo', 'demo', '["other/demo"]'],
      ],
    );
  });

  it('tells a cluster apart from a cloud', () => {
    const stacks = stacksOf(plan(named('other', 'cloud-homelab')), ALL);

    assert.deepEqual(
      stacks.map(({ name, otherName }) => [name, otherName]),
      [
        ['cloud-homelab', undefined],
        ['demo', 'mothership-demo'],
        ['other-cloud-homelab', undefined],
      ],
    );
  });

  it('refuses two stacks of one name', () => {
    const clusters = [named('other', 'demo'), named('a', 'other-demo')];

    assert.throws(() => stacksOf(plan(...clusters), ALL), {
      message:
        'a/other-demo: stack is "other-demo", the same as that of other/demo\n' +
        '  allowed: a unique name for each stack: cloud-CLOUD, CLUSTER or MANAGEMENT-CLUSTER\n' +
        '  fix: rename one of the two',
    });
  });

  it('refuses names that the fleet does not have', () => {
    assert.throws(() => stacksOf(plan(), { clusters: ['nope'], clouds: [] }), {
      message:
        '--cluster is "nope", which the fleet does not have\n' +
        '  allowed: demo, mothership/demo, idle, mothership/idle\n' +
        '  fix: name one of these, or leave out --cluster; to delete what was removed from the fleet, run capi-fleet destroy --stack',
    });
    assert.throws(() => stacksOf(plan(), { clusters: [], clouds: ['nope'] }), {
      message:
        '--cloud is "nope", which the fleet does not have\n' +
        '  allowed: homelab\n' +
        '  fix: name one of these, or leave out --cloud; to delete what was removed from the fleet, run capi-fleet destroy --stack',
    });
  });
});

function named(managementCluster: string, name: string) {
  return provisionedCluster({
    managementCluster,
    name,
    path: `${managementCluster}/${name}`,
    cloud: CLOUD,
  });
}

function plan(...more: ReturnType<typeof provisionedCluster>[]) {
  const clusters = [
    provisionedCluster({ cloud: CLOUD }),
    clusterModel({ name: 'idle', path: 'mothership/idle', cloud: CLOUD }),
  ];
  const clouds = [{ cloud: CLOUD, sharedNetworks: [] }];
  return planJson(planFleet(clouds, [...clusters, ...more]));
}
