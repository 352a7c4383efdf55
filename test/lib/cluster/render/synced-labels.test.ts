import assert from 'node:assert/strict';
import { clusterModel, PROFILES, poolModel, profile } from '../../../support/models';
import type { AssembledPool } from '../../../support/openstack-cluster';
import { at, rendered } from '../../../support/rendering';

const OPTIONS = {
  syncedLabels: ['^example[.]org/'],
  featureGates: { machineTaintPropagation: true },
};
const BOOTSTRAP = 'pool/workers/bootstrapTemplate';
const DEPLOYMENT = 'pool/workers/machineDeployment';

describe('labels that the manager of Cluster API is told of', () => {
  for (const [clusterApi, provider] of PROFILES) {
    it(`change without a rollout with Cluster API ${clusterApi} and provider ${provider}`, () => {
      const [one, other] = ['a', 'b'].map((value) =>
        objectsOf(clusterApi, provider, { nodeLabels: { 'example.org/tier': value } }),
      );

      assert.deepEqual(one?.get(BOOTSTRAP), other?.get(BOOTSTRAP));
      assert.equal(
        at(other?.get(DEPLOYMENT), ['spec', 'template', 'metadata', 'labels', 'example.org/tier']),
        'b',
      );
    });
  }

  it('are known to the autoscaler all the same', () => {
    const objects = objectsOf('1.14', '0.14', {
      autoscale: { minSize: 0, maxSize: 1 },
      labels: { 'example.org/rack': '1', 'other.org/rack': '2' },
      nodeLabels: { 'example.org/tier': 'a' },
    });

    assert.equal(
      at(objects.get(DEPLOYMENT), [
        'metadata',
        'annotations',
        'capacity.cluster-autoscaler.kubernetes.io/labels',
      ]),
      'example.org/rack=1,example.org/tier=a',
    );
  });

  it('are left to the kubelet where the manager is not told', () => {
    const pools = [poolModel({ nodeLabels: { 'example.org/tier': 'a' } })];
    const [told, silent] = [profile('1.14', '0.14', OPTIONS), profile('1.14')].map((versions) =>
      rendered(clusterModel({ pools, profile: versions })).get(BOOTSTRAP),
    );

    assert.notEqual(told?.metadata.name, silent?.metadata.name);
  });
});

describe('taints that Cluster API propagates', () => {
  for (const [clusterApi, provider] of PROFILES.filter(([minor]) => minor !== '1.10')) {
    it(`change without a rollout with Cluster API ${clusterApi} and provider ${provider}`, () => {
      const [one, other] = ['a', 'b'].map((key) =>
        objectsOf(clusterApi, provider, {
          taints: [{ key, effect: 'NoSchedule' }],
          propagateTaints: true,
        }),
      );

      assert.deepEqual(one?.get(BOOTSTRAP), other?.get(BOOTSTRAP));
      assert.notDeepEqual(one?.get(DEPLOYMENT), other?.get(DEPLOYMENT));
    });
  }
});

function objectsOf(clusterApi: string, provider: string, pool: Partial<AssembledPool>) {
  const versions = profile(clusterApi, provider, OPTIONS);
  return rendered(clusterModel({ pools: [poolModel(pool)], profile: versions }));
}
