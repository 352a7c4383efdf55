import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Fleet } from '../../constructs/index';
import {
  assertNoObject,
  assertObject,
  assertRule,
  assertSound,
  findObjects,
  loadProgram,
  mockDeploy,
  renderedObjects,
  snapshotOf,
} from '../../lib/testing/index';
import { handOverOf } from '../support/example-copy';
import { EXAMPLES } from '../support/examples';
import { ROOT } from '../support/import-graph';

/** Example as its own tests load it. */
async function fleetOf(example: string): Promise<Fleet> {
  const program = join(ROOT, 'examples', example, 'main.ts');
  const { fleet } = await loadProgram(() => import(program) as Promise<{ fleet: Fleet }>);
  return fleet;
}

describe('tests that users of the examples write', () => {
  for (const example of EXAMPLES.filter((name) => handOverOf(name) === undefined)) {
    it(`find no mistake in ${example}, and a snapshot without hashes of templates`, async () => {
      const fleet = await fleetOf(example);

      assertSound(fleet);
      const text = snapshotOf(fleet);
      for (const { kind, metadata } of findObjects(fleet, { name: /-[0-9a-f]{8}$/ })) {
        if (kind.endsWith('Template')) assert.ok(!text.includes(metadata.name), metadata.name);
      }
    });
  }

  it('have pools that scale from zero in homelab', async () => {
    const fleet = await fleetOf('homelab');

    for (const pool of ['normal-worker', 'small-worker']) {
      const name = `capi-ubuntu-openstack-${pool}`;
      assertObject(
        fleet,
        { kind: 'MachineDeployment', name },
        {
          metadata: {
            annotations: {
              'cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size': '0',
              'capacity.cluster-autoscaler.kubernetes.io/cpu': /^[24]$/,
            },
          },
          spec: { replicas: undefined, template: { spec: { failureDomain: 'nova' } } },
        },
      );
    }
  });

  it('have a cloud controller in homelab, and no credentials', async () => {
    const fleet = await fleetOf('homelab');
    const objects = renderedObjects(fleet);

    assertObject(objects, {
      kind: 'DaemonSet',
      name: 'openstack-cloud-controller-manager',
      delivered: true,
    });
    assertNoObject(objects, { kind: 'Secret' });
    assertNoObject(objects, { kind: 'Secret', delivered: true });
  });

  it('have a cluster for each site in suppliers, with the labels of its supplier', async () => {
    const fleet = await fleetOf('suppliers');
    const clusters = findObjects(fleet, { kind: 'Cluster' });

    assert.ok(clusters.length > 3);
    for (const { metadata } of clusters) {
      const supplier = metadata.labels?.['example.com/supplier'] ?? '';
      const [control] = findObjects(fleet, { kind: 'KubeadmControlPlane', cluster: metadata.name });
      assert.ok(control);
      const files = renderedObjects(fleet, { cluster: metadata.name }).map(({ file }) => file);
      assert.ok(
        files.every((file) => file.startsWith(`control-${supplier}/`)),
        metadata.name,
      );
    }
  });

  it('wait for an address in provisioned, which pulumi up allocates', async () => {
    const fleet = await fleetOf('provisioned');

    for (const path of ['mothership/shop', 'mothership/shop-stage']) {
      assertRule(fleet, 'hand-over', { path, prop: 'endpoint.floatingIP' });
    }
  });

  it('have a network for each cluster of provisioned, and its address in the outputs', async () => {
    const { resources, outputs } = await mockDeploy(await fleetOf('provisioned'));

    const networks = Object.values(resources)
      .filter(({ type }) => type === 'openstack:networking/network:Network')
      .map(({ inputs }) => inputs.name);
    assert.equal(networks.length, 2);
    assert.deepEqual(Object.keys(outputs.clusters), ['mothership/shop', 'mothership/shop-stage']);
  });
});
