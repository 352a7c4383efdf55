import assert from 'node:assert/strict';
import { Addon, CalicoJob, ClusterNetwork } from '../../constructs/index';
import { RELEASED_CALICO } from '../support/calico';
import { otherwiseBut, type TestFleet, testFleet } from '../support/fleets';

const POOL = { flavor: 'small' } as const;

/** Programs with a name that is none, or taken, and what is said about it. */
const REFUSED: readonly [what: string, build: (test: TestFleet) => void, says: string][] = [
  [
    'a pool with the name of the control plane',
    ({ cluster }) => cluster().addNodePool('control-plane', POOL),
    `mothership/prod/control-plane: name is "control-plane"
  allowed: a name that nothing else in mothership/prod has
  fix: name it "control-plane-2"`,
  ],
  [
    'a pool with the id of an object that is made later',
    ({ cluster }) => cluster().addNodePool('Resource', POOL),
    `mothership/prod/Resource: name is "Resource"
  allowed: a name that nothing else in mothership/prod has
  fix: name it "resource-2"`,
  ],
  [
    'a pool with the name of an addon that is a construct',
    ({ cluster }) => {
      const prod = cluster('prod', { installedOtherwise: otherwiseBut('cni') });
      new CalicoJob(prod, 'calico', { version: '3.30.2', manifest: RELEASED_CALICO });
      prod.addNodePool('calico', POOL);
    },
    `mothership/prod/calico: name is "calico"
  allowed: a name that nothing else in mothership/prod has
  fix: name it "calico-2"`,
  ],
  [
    'an addon with the name of the control plane',
    ({ cluster }) =>
      new CalicoJob(cluster(), 'control-plane', { version: '3.30.2', manifest: RELEASED_CALICO }),
    `mothership/prod/control-plane: name is "control-plane"
  allowed: a name that nothing else in mothership/prod has
  fix: name it "control-plane-2"`,
  ],
  [
    'an addon twice',
    ({ cluster }) => {
      const prod = cluster();
      prod.addAddon(Addon.cinderCsi());
      prod.addAddon(Addon.cinderCsi());
    },
    `mothership/prod/cinder-csi: name is "cinder-csi"
  allowed: a name that nothing else in mothership/prod has
  fix: leave one of the two out, or name it "cinder-csi-2"`,
  ],
  [
    'a cluster twice',
    ({ cluster }) => {
      cluster('prod');
      cluster('prod');
    },
    `mothership/prod: name is "prod"
  allowed: a name that nothing else in mothership has
  fix: name it "prod-2"`,
  ],
  [
    'a cluster with a number as its name',
    ({ cluster }) => cluster(Number('5') as unknown as string),
    `mothership/5: name is 5
  allowed: a name as a string
  fix: write a name in quotes that starts with a letter`,
  ],
  [
    'a cluster whose name would be changed',
    ({ cluster }) => cluster('prod/eu'),
    `mothership/prod/eu: name is "prod/eu"
  allowed: a name without slashes
  fix: write "prod-eu"`,
  ],
  [
    'a pool without a name',
    ({ cluster }) => cluster().addNodePool('', POOL),
    `mothership/prod: name is ""
  allowed: a name with letters
  fix: give it a name`,
  ],
];

describe('the name of a construct', () => {
  for (const [what, build, says] of REFUSED) {
    it(`refuses ${what}`, () => {
      const test = testFleet();
      build(test);

      assert.throws(() => test.fleet.plan(), { name: 'ValidationError', message: says });
    });
  }

  it('may be that of an addon which is none', () => {
    const prod = testFleet().cluster();
    prod.addAddon(Addon.cinderCsi());

    assert.equal(prod.addNodePool('cinder-csi', POOL).node.path, 'mothership/prod/cinder-csi');
  });
});

describe('a number for a name', () => {
  const five = Number('5') as unknown as string;

  it('is refused as a namespace and as a domain of services', () => {
    const prod = testFleet().cluster('prod', { namespace: five });
    const other = testFleet().cluster('prod', {
      network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24', serviceDomain: five }),
    });

    assert.throws(() => prod.render(), {
      message: `mothership/prod: namespace is 5
  allowed: a string
  fix: write "5"`,
    });
    assert.throws(() => other.render(), {
      message: `mothership/prod: network.serviceDomain is 5
  allowed: a string
  fix: write "5"`,
    });
  });

  it('is refused for an addon', () => {
    const prod = testFleet().cluster();
    prod.addAddon(Addon.constructs(five, () => {}));

    assert.throws(() => prod.render(), /mothership\/prod: addAddon.addon.name is 5\n/);
  });
});
