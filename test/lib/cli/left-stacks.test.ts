import assert from 'node:assert/strict';
import { leftIn, leftLine, type WholeFleet } from '../../../lib/cli/left-stacks';
import { StackState } from '../../../lib/cli/stack-state';

const CLUSTER = 'capi-fleet:index:WorkloadCluster';
const BALANCER = 'capi-fleet:index:OpenStackLoadBalancer';

describe('stacks of clusters that left', () => {
  it('are those of which the fleet has no cluster', () => {
    assert.equal(
      line('red', ['mothership/red'], {}),
      'stack red belongs to no cluster of the fleet, 4 resources; kept until you run capi-fleet destroy --stack red',
    );
  });

  it('name what is left of them where they hold other clusters too', () => {
    assert.equal(
      line('both', ['mothership/red', 'mothership/blue'], { 'mothership/blue': true }),
      'stack both holds 4 resources of mothership/red, no cluster of the fleet; kept until you run capi-fleet destroy --stack both',
    );
  });

  it('tell of clusters for which nothing is made any more', () => {
    assert.equal(
      line('red', ['mothership/red'], { 'mothership/red': false }),
      'stack red holds 4 resources that mothership/red no longer needs; kept until you run capi-fleet destroy --stack red',
    );
  });

  it('are none where the fleet has all that is in a stack', () => {
    assert.equal(line('red', ['mothership/red'], { 'mothership/red': true }), undefined);
    assert.equal(line('foreign', [], {}), undefined);
  });
});

describe('StackState', () => {
  const state = new StackState(deployment(['mothership/red']));

  it('knows the cluster of a resource, and its object by the outputs of the stack', () => {
    assert.deepEqual(state.owners, ['mothership/red']);
    assert.ok(state.isCluster('mothership/red'));
    assert.deepEqual(state.objectOf('mothership/red'), {
      managementCluster: 'mothership',
      name: 'red',
      namespace: 'colours',
    });
    assert.equal(state.appliesCluster('mothership/red'), false);
  });

  it('takes back what older states left to a component, and nothing else', () => {
    const old = deployment(['mothership/red'], {
      deletedWith: urn(`${CLUSTER}$${BALANCER}`, 'mothership/red/load-balancer'),
    });
    const fixed = new StackState(old).withoutOldTakers();

    assert.deepEqual(fixed, deployment(['mothership/red']));
    assert.equal(state.withoutOldTakers(), undefined);
  });
});

function line(
  name: string,
  clusters: readonly string[],
  owners: WholeFleet['owners'],
): string | undefined {
  const left = leftIn(name, new StackState(deployment(clusters)), { owners, stacks: [] });
  return left && leftLine(left);
}

function deployment(clusters: readonly string[], more: object = {}) {
  const outputs = {
    fleet: {
      clusters: Object.fromEntries(clusters.map((path) => [path, { namespace: 'colours' }])),
    },
  };
  return {
    resources: [
      { urn: urn('pulumi:pulumi:Stack', 'fleet-x'), type: 'pulumi:pulumi:Stack', outputs },
      ...clusters.flatMap((path) => {
        const around = { urn: urn(CLUSTER, path), type: CLUSTER };
        const group = {
          urn: urn(`${CLUSTER}$${BALANCER}`, `${path}/load-balancer`),
          type: BALANCER,
          parent: around.urn,
        };
        const parts = ['loadBalancer:LoadBalancer', 'listener:Listener'].map((kind, index) => ({
          urn: urn(
            `${CLUSTER}$${BALANCER}$openstack:loadbalancer/${kind}`,
            `${group.urn}/${index}`,
          ),
          type: `openstack:loadbalancer/${kind}`,
          id: `id-${index}`,
          parent: group.urn,
          ...more,
        }));
        return [around, group, ...parts];
      }),
    ],
  };
}

function urn(types: string, name: string): string {
  return `urn:pulumi:x::fleet::${types}::${name}`;
}
