import assert, { AssertionError } from 'node:assert/strict';
import { Addon, type Fleet, ManifestSource, ValidationError } from '../../../constructs/index';
import {
  deliveredObjects,
  findObject,
  findObjects,
  type ObjectQuery,
  renderedObjects,
} from '../../../lib/testing/index';
import { otherwiseBut, testFleet } from '../../support/fleets';

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: site, namespace: demo }\n';

function fleetOfTwo(): Fleet {
  const { fleet, cluster } = testFleet();
  for (const name of ['one', 'two']) {
    const made = cluster(name, { installedOtherwise: otherwiseBut() });
    made.addNodePool('workers', { flavor: 'small', replicas: 1 });
  }
  const plain = cluster('plain', { templateNames: 'plain' });
  plain.addAddon(Addon.manifest('config', ManifestSource.text(CONFIG)));
  return fleet;
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof AssertionError);
    return error.message;
  }
  return assert.fail('nothing was thrown');
}

describe('renderedObjects', () => {
  it('have files, construct paths and clusters', () => {
    const found = renderedObjects(fleetOfTwo(), { cluster: 'one' });

    assert.deepEqual(
      found.map(({ object, path, file, cluster }) => [object.kind, path, file, cluster]),
      [
        ['Namespace', 'mothership/one', 'mothership/one/cluster.yaml', 'mothership/one'],
        ['Cluster', 'mothership/one', 'mothership/one/cluster.yaml', 'mothership/one'],
        ['OpenStackCluster', 'mothership/one', 'mothership/one/cluster.yaml', 'mothership/one'],
        [
          'KubeadmControlPlane',
          'mothership/one/control-plane',
          'mothership/one/cluster.yaml',
          'mothership/one',
        ],
        [
          'OpenStackMachineTemplate',
          'mothership/one/control-plane',
          'mothership/one/cluster.yaml',
          'mothership/one',
        ],
        [
          'MachineDeployment',
          'mothership/one/workers',
          'mothership/one/pools.yaml',
          'mothership/one',
        ],
        [
          'OpenStackMachineTemplate',
          'mothership/one/workers',
          'mothership/one/pools.yaml',
          'mothership/one',
        ],
        [
          'KubeadmConfigTemplate',
          'mothership/one/workers',
          'mothership/one/pools.yaml',
          'mothership/one',
        ],
      ],
    );
  });

  it('are those of a cluster by its name or its path, and of all clusters otherwise', () => {
    const fleet = fleetOfTwo();
    const all = renderedObjects(fleet);

    const sizes = ['one', 'mothership/one', 'ne', 'mothership'].map(
      (cluster) => renderedObjects(fleet, { cluster }).length,
    );
    assert.deepEqual(sizes, [8, 8, 0, 0]);
    assert.ok(all.length > 16);
    assert.deepEqual(
      renderedObjects(all, { cluster: 'one' }),
      renderedObjects(fleet, { cluster: 'one' }),
    );
  });

  it('are copies, which the next call does not see changed', () => {
    const fleet = fleetOfTwo();
    for (const { object } of renderedObjects(fleet)) Object.assign(object.metadata, { name: 'x' });

    assert.equal(findObjects(fleet, { name: 'x' }).length, 0);
  });

  it('are not rendered for a fleet with mistakes', () => {
    const { fleet, cluster } = testFleet();
    cluster('prod', { kubernetesVersion: 'latest' });

    assert.throws(() => renderedObjects(fleet), ValidationError);
  });
});

describe('deliveredObjects', () => {
  it('have the place of the object that carries them', () => {
    const found = deliveredObjects(fleetOfTwo());

    assert.deepEqual(
      found.map(({ object, file, cluster }) => [object.kind, object.metadata.name, file, cluster]),
      [['ConfigMap', 'site', 'mothership/plain/addons.yaml', 'mothership/plain']],
    );
  });
});

describe('findObjects', () => {
  const fleet = fleetOfTwo();
  const rows: readonly (readonly [ObjectQuery, number])[] = [
    [{ kind: 'MachineDeployment' }, 2],
    [{ kind: 'MachineDeployment', cluster: 'two' }, 1],
    [{ kind: 'MachineDeployment', name: 'two-workers' }, 1],
    [{ name: /^two-/, kind: 'KubeadmConfigTemplate' }, 1],
    [{ kind: 'KubeadmConfigTemplate', name: 'two-workers' }, 1],
    [{ kind: 'KubeadmConfigTemplate', name: 'two' }, 0],
    [{ kind: 'OpenStackMachineTemplate', name: 'plain-control-plane' }, 1],
    [{ namespace: 'two' }, 7],
    [{ kind: 'Cluster', apiVersion: 'cluster.x-k8s.io' }, 3],
    [{ kind: 'Cluster', apiVersion: 'cluster.x-k8s.io/v1beta2' }, 3],
    [{ kind: 'Cluster', apiVersion: 'cluster.x-k8s.io/v1beta9' }, 0],
    [{ kind: 'Cluster', apiVersion: 'x-k8s.io' }, 0],
    [{ file: 'mothership/one/pools.yaml' }, 3],
    [{ kind: 'ConfigMap', delivered: true }, 1],
    [{ kind: 'ConfigMap', delivered: true, cluster: 'one' }, 0],
    [{ kind: 'ConfigMap' }, 1],
  ];
  rows.forEach(([query, count], index) => {
    it(`matches ${count} (${index + 1})`, () => {
      assert.equal(findObjects(fleet, query).length, count);
    });
  });
});

describe('findObject', () => {
  const fleet = fleetOfTwo();

  it('is the only one that matches', () => {
    assert.equal(findObject(fleet, { kind: 'Cluster', name: 'one' }).metadata.namespace, 'one');
  });

  it('lists the objects of the kind if none matches', () => {
    assert.equal(
      messageOf(() => findObject(fleet, { kind: 'Cluster', name: 'three', cluster: 'one' })),
      'there is no Cluster three in cluster one; there are:\n' +
        '  Cluster one/one in mothership/one/cluster.yaml',
    );
  });

  it('lists the kinds, and the closest one, if there is none of the kind', () => {
    assert.equal(
      messageOf(() => findObject(fleet, { kind: 'MachineDeploymnet', cluster: 'one' })),
      'there is no MachineDeploymnet in cluster one; there are the kinds Cluster, KubeadmConfigTemplate, ' +
        'KubeadmControlPlane, MachineDeployment, Namespace, OpenStackCluster, OpenStackMachineTemplate\n' +
        'did you mean MachineDeployment?',
    );
  });

  it('lists the matching ones if several match', () => {
    assert.equal(
      messageOf(() => findObject(fleet, { kind: 'MachineDeployment' })),
      '2 objects match MachineDeployment; name one of them:\n' +
        '  MachineDeployment one/one-workers in mothership/one/pools.yaml\n' +
        '  MachineDeployment two/two-workers in mothership/two/pools.yaml',
    );
  });

  it('has an error whose stack begins in the test', () => {
    try {
      findObject(fleet, { kind: 'None' });
    } catch (error) {
      const [, first = ''] = String(error instanceof Error && error.stack).split(/^ +at /m);
      assert.match(first, /find-objects\.test\.ts/);
      return;
    }
    assert.fail('nothing was thrown');
  });
});
