import assert from 'node:assert/strict';
import {
  clusterModel,
  controlPlaneModel,
  PROFILES,
  poolModel,
  profile,
} from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { at, renderedObject } from '../../../support/rendering';

const healthCheck = { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [] };
const autoscale = { minSize: 0, maxSize: 3 };

describe('health checks that say nothing of how many machines may be broken', () => {
  for (const [clusterApi, provider] of PROFILES) {
    it(`replace one of few, and a share of more, with ${clusterApi} and ${provider}`, () => {
      const versions = profile(clusterApi, provider);
      const cluster = clusterModel({
        profile: versions,
        controlPlane: controlPlaneModel({ replicas: 1, healthCheck }),
        pools: [
          poolModel({ name: 'two', replicas: 2, healthCheck }),
          poolModel({ name: 'three', replicas: 3, healthCheck }),
          poolModel({ name: 'scaled', autoscale, healthCheck }),
          poolModel({ name: 'zoned', replicas: 5, failureDomains: ['a', 'b'], healthCheck }),
          poolModel({
            name: 'told',
            replicas: 2,
            healthCheck: { ...healthCheck, maxUnhealthy: '2' },
          }),
        ],
      });

      assert.deepEqual(
        [
          'controlPlaneHealthCheck',
          'pool/two/healthCheck',
          'pool/three/healthCheck',
          'pool/scaled/healthCheck',
          'pool/zoned/healthCheck/a',
          'pool/zoned/healthCheck/b',
          'pool/told/healthCheck',
        ].map((key) => mostOf(cluster, key)),
        [1, 1, '40%', '40%', '40%', 1, 2],
      );
    });
  }
});

function mostOf(cluster: AssembledCluster, key: string): unknown {
  const check = renderedObject(cluster, key);
  return cluster.profile.core === 'v1beta1'
    ? at(check, ['spec', 'maxUnhealthy'])
    : at(check, ['spec', 'remediation', 'triggerIf', 'unhealthyLessThanOrEqualTo']);
}
