import assert from 'node:assert/strict';
import { ApiObject } from 'cdk8s';
import { testFleet } from '../support/fleets';

describe('default children', () => {
  it('are made when they are asked for, and once', () => {
    const { cluster } = testFleet();
    const prod = cluster('prod');
    const pool = prod.addNodePool('workers', { flavor: 'small', replicas: 1 });
    assert.deepEqual(pool.node.children, []);

    for (const [construct, object] of [
      [prod, () => prod.cluster],
      [pool, () => pool.machineDeployment],
      [prod.controlPlane, () => prod.controlPlane.controlPlane],
    ] as const) {
      const made = construct.node.defaultChild;

      assert.equal(made, object());
      assert.equal(ApiObject.of(construct), made);
    }
  });

  it('give constructs of a kind no accessors of their own', () => {
    const { cluster } = testFleet();
    const getters = ['a', 'b'].map((name) => {
      return Object.getOwnPropertyDescriptor(cluster(name).node, 'defaultChild')?.get;
    });

    assert.ok(getters[0] !== undefined && getters[0] === getters[1]);
  });
});
