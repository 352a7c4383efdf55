import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { ApiObject, Chart } from 'cdk8s';
import { CloudCredentials, type FleetProps, ValidationError } from '../../constructs/index';
import { treeOf } from '../support/examples';
import { type TestFleet, testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';

/** Fleet with clusters that differ by their numbers, an identity, a chart and an object of the user. */
function wholeFleet(props: FleetProps): TestFleet {
  const test = testFleet({
    ...props,
    cloud: {
      credentials: CloudCredentials.clusterIdentity('rented', {
        secretRef: { name: 'rented-clouds', namespace: 'capo-system' },
      }),
    },
  });
  for (let number = 1; number <= 8; number += 1) {
    const cluster = test.cluster(`site-${number}`);
    cluster.addNodePool('workers', { flavor: 'small', replicas: 1 });
  }
  const own = test.cluster('own');
  new ApiObject(own, 'quota', { apiVersion: 'v1', kind: 'ResourceQuota' });
  const chart = new Chart(test.management, 'rules');
  new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
  return test;
}

describe('files of a fleet', () => {
  for (const layout of ['file-per-concern', 'file-per-pool-and-addon'] as const) {
    it(`are those that a synth writes (${layout}), and nothing is written`, () =>
      inFolder((outdir) => {
        const { fleet } = wholeFleet({ outdir, layout });

        const files = fleet.renderFiles();
        assert.deepEqual(readdirSync(outdir), []);
        fleet.synth();

        const rendered = Object.fromEntries(files.map(({ path, content }) => [path, content]));
        assert.deepEqual(rendered, treeOf(outdir));
      }));
  }

  it('have their objects with construct paths, and their clusters', () => {
    const files = wholeFleet({}).fleet.renderFiles();

    const placed = (path: string) => {
      const file = files.find((one) => one.path === path);
      return [file?.cluster, file?.objects.map((one) => `${one.path} ${one.object.kind}`)];
    };
    assert.deepEqual(placed('mothership/site-8/pools.yaml'), [
      'mothership/site-8',
      [
        'mothership/site-8/workers MachineDeployment',
        'mothership/site-8/workers OpenStackMachineTemplate',
        'mothership/site-8/workers KubeadmConfigTemplate',
      ],
    ]);
    assert.deepEqual(placed('mothership/own/extra.yaml'), [
      'mothership/own',
      ['mothership/own ResourceQuota'],
    ]);
    assert.deepEqual(placed('mothership/own/kustomization.yaml'), ['mothership/own', []]);
    assert.deepEqual(placed('mothership/providers.yaml'), [
      undefined,
      ['cloud OpenStackClusterIdentity'],
    ]);
    assert.deepEqual(placed('mothership/rules.k8s.yaml'), [
      undefined,
      ['mothership/rules/map ConfigMap'],
    ]);
    assert.deepEqual(placed('mothership/kustomization.yaml'), [undefined, []]);
  });

  it('are those of the chosen clusters', () => {
    const files = wholeFleet({ only: ['site-3'] }).fleet.renderFiles();

    assert.deepEqual([...new Set(files.map(({ cluster }) => cluster))], ['mothership/site-3']);
  });

  it('are not rendered for a fleet with mistakes', () => {
    const { fleet, cluster } = wholeFleet({});
    cluster('bad', { kubernetesVersion: 'latest' });

    assert.throws(() => fleet.renderFiles(), ValidationError);
  });
});
