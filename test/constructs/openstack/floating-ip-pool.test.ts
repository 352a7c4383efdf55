import assert from 'node:assert/strict';
import { ApiObject, JsonPatch } from 'cdk8s';
import {
  CloudCredentials,
  ExternalNetwork,
  FloatingIPPool,
  type FloatingIPPoolProps,
} from '../../../constructs/index';
import { FLOATING_IP_POOL_DEFAULTS } from '../../../constructs/openstack/floating-ip-pool';
import { at, findObject, testFleet } from '../../support/fleets';

const KIND = 'OpenStackFloatingIPPool';
const ROWS: Readonly<Record<keyof FloatingIPPoolProps, readonly [FloatingIPPoolProps, unknown]>> = {
  maxIPs: [{ maxIPs: 4 }, 4],
  preAllocatedFloatingIPs: [{ preAllocatedFloatingIPs: ['203.0.113.7'] }, ['203.0.113.7']],
  reclaimPolicy: [{ reclaimPolicy: 'Retain' }, 'Retain'],
};

describe('FloatingIPPool', () => {
  for (const [prop, [props, expected]] of Object.entries(ROWS)) {
    it(`brings ${prop} to its object`, () => {
      const cluster = testFleet().cluster();
      new FloatingIPPool(cluster, 'edge', props);

      assert.deepEqual(
        at(findObject(cluster.toJson(), KIND, 'prod-edge'), `spec.${prop}`),
        expected,
      );
    });
  }

  it('is in the external network of the cloud, with the credentials of its cluster', () => {
    const cluster = testFleet({
      cloud: { externalNetwork: ExternalNetwork.only('public') },
    }).cluster('prod', {
      credentials: CloudCredentials.fromSecret('clouds', { region: 'RegionTwo' }),
    });
    new FloatingIPPool(cluster, 'edge');

    const { apiVersion, metadata, spec } = findObject(cluster.toJson(), KIND);
    assert.equal(apiVersion, 'infrastructure.cluster.x-k8s.io/v1alpha1');
    assert.equal(metadata.labels?.['clusterctl.cluster.x-k8s.io/move'], 'true');
    assert.deepEqual(spec, {
      floatingIPNetwork: { filter: { name: 'public' } },
      identityRef: at(findObject(cluster.toJson(), 'OpenStackCluster'), 'spec.identityRef'),
      reclaimPolicy: FLOATING_IP_POOL_DEFAULTS.reclaimPolicy,
    });
  });

  it('gives addresses to machines that name it, each cluster from its own', () => {
    const test = testFleet();
    for (const name of ['one', 'two']) {
      const cluster = test.cluster(name);
      new FloatingIPPool(cluster, 'edge');
      cluster.addNodePool('ingress', { flavor: 'small', floatingIPPool: 'edge' });
      const template = cluster
        .toJson()
        .find(
          (object) =>
            object.metadata.name.startsWith(`${name}-ingress-`) &&
            object.kind === 'OpenStackMachineTemplate',
        );

      assert.deepEqual(at(template, 'spec.template.spec.floatingIPPoolRef'), {
        apiGroup: 'infrastructure.cluster.x-k8s.io',
        kind: KIND,
        name: `${name}-edge`,
      });
    }
  });

  it('is the same as a class of its own, whatever the order', () => {
    const [one, other] = [testFleet().cluster(), testFleet().cluster()];

    new FloatingIPPool(one, 'a', { maxIPs: 1 });
    new FloatingIPPool(one, 'b', { maxIPs: 2 });
    new FloatingIPPool(other, 'b', { maxIPs: 2 });
    new FloatingIPPool(other, 'a', { maxIPs: 1 });

    assert.deepEqual(one.toJson(), other.toJson());
  });

  it('is reached by ApiObject.of, and patched', () => {
    const cluster = testFleet().cluster();
    const pool = new FloatingIPPool(cluster, 'edge', { maxIPs: 4 });

    ApiObject.of(pool).addJsonPatch(JsonPatch.replace('/spec/maxIPs', 7));

    assert.equal(at(findObject(cluster.toJson(), KIND), 'spec.maxIPs'), 7);
    assert.equal(pool.floatingIPPool, ApiObject.of(pool));
  });
});
