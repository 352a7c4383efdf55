import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../../constructs/index';
import {
  Addon,
  CloudCredentials,
  ClusterNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  SecurityGroups,
  WorkloadCluster,
} from '../../constructs/index';
import { formatIssue, ValidationError } from '../../lib/base/errors';
import { TABLE } from '../../lib/input/table.generated';
import { type TestFleet, testFleet } from '../support/fleets';
import { ROOT } from '../support/import-graph';

/** Shapes that factories make of what they are given, and nobody writes by their names. */
const MADE_INSIDE = [
  'ExternalRouterIPModel',
  'ExternalSecretSource',
  'SealedSecretSource',
  'SopsSource',
  'UnreadableFile',
];

/** Whatever plain JavaScript may hand in. */
function loose(value: unknown): never {
  return value as never;
}

/** Programs without a type check, with all that is said about them. */
const REFUSED: readonly [what: string, build: (test: TestFleet) => void, says: string][] = [
  [
    'a prop that is misspelt',
    ({ cluster }) => cluster('prod', loose({ lables: { tier: 'a' }, sshKeyname: 'ops' })),
    `mothership/prod: lables is not a known prop
  allowed: cloud, image, sshKeyName, credentials, network, endpoint, securityGroups, bastion, tags, kubernetesVersion, bootstrap, namespace and 10 more
  fix: write labels
mothership/prod: sshKeyname is not a known prop
  allowed: cloud, image, sshKeyName, credentials, network, endpoint, securityGroups, bastion, tags, kubernetesVersion, bootstrap, namespace and 10 more
  fix: write sshKeyName`,
  ],
  [
    'a text for a switch',
    ({ cluster }) => cluster('prod', loose({ paused: 'false' })),
    `mothership/prod: paused is "false"
  allowed: true or false
  fix: write false`,
  ],
  [
    'a text for a map',
    ({ cluster }) => cluster('prod', loose({ annotations: 'ab' })),
    `mothership/prod: annotations is "ab"
  allowed: a map of strings
  fix: write annotations: { "…": "…" }, or leave it out`,
  ],
  [
    'a text for props',
    ({ cluster }) =>
      cluster('prod').addNodePool('w', loose({ flavor: 'small', healthCheck: 'yes' })),
    `mothership/prod/w: healthCheck is "yes"
  allowed: a map with nodeStartupTimeout, unhealthyConditions, unhealthyMachineConditions, unhealthyRange, maxUnhealthy
  fix: write healthCheck: {}, or leave it out`,
  ],
  [
    'a flavor that is left out',
    ({ cluster }) => cluster('prod', { controlPlane: loose({}) }),
    `mothership/prod: controlPlane.flavor is missing
  allowed: a string
  fix: write flavor: "…"`,
  ],
  [
    'variables that are not set',
    ({ cluster }) =>
      cluster('prod', {
        kubernetesVersion: loose(process.env.NOT_SET_1),
        image: MachineImage.fromName(loose(process.env.NOT_SET_2)),
        network: ClusterNetwork.managed({ nodeCidr: loose(process.env.NOT_SET_3) }),
        credentials: CloudCredentials.fromSecret(`${process.env.NOT_SET_4}`),
        controlPlane: { flavor: loose(process.env.NOT_SET_5) },
        namespace: `team-${process.env.NOT_SET_6}`,
      }),
    `mothership/prod: image.name is missing
  allowed: a string
  fix: write name: "…", or set the variable that it is read from
mothership/prod: credentials.secretName is "undefined"
  allowed: a string that is not built from a missing value
  fix: set the variable that it is built from, or write "…"
mothership/prod: network.nodeCidr is missing
  allowed: a string
  fix: write nodeCidr: "…", or set the variable that it is read from
mothership/prod: kubernetesVersion is missing
  allowed: a string
  fix: write kubernetesVersion: "…", or set the variable that it is read from
mothership/prod: namespace is "team-undefined"
  allowed: a string that is not built from a missing value
  fix: set the variable that it is built from, or leave it out
mothership/prod: controlPlane.flavor is missing
  allowed: a string
  fix: write flavor: "…", or set the variable that it is read from`,
  ],
  [
    'a list that has lost its only part',
    ({ cluster }) =>
      cluster('prod', {
        network: ClusterNetwork.managed({
          nodeCidr: '10.8.0.0/24',
          podCidrs: [loose(process.env.NOT_SET_7)],
        }),
      }),
    `mothership/prod: network.podCidrs[0] is missing
  allowed: a string
  fix: write "…", or set the variable that it is read from`,
  ],
  [
    'what a factory in a factory was given',
    ({ cluster }) =>
      cluster('prod', {
        securityGroups: SecurityGroups.managed({
          rules: [loose({ name: 'a', from: 'everyone', direction: 'in' })],
        }),
      }),
    `mothership/prod: securityGroups.rules[0].direction is "in"
  allowed: "ingress" or "egress"
  fix: write direction: "ingress" or "egress", or leave it out
mothership/prod: securityGroups.rules[0].from is "everyone"
  allowed: a RulePeer
  fix: write from: RulePeer.groups(…), RulePeer.cidr(…) or RulePeer.group(…)`,
  ],
  [
    'a prop of another argument',
    ({ cluster }) =>
      cluster('prod', {
        credentials: CloudCredentials.fromExternalSecret(
          loose({ store: 'vault', extract: { key: 'a' }, expiresAt: '2030-01-01T00:00:00Z' }),
        ),
      }),
    `mothership/prod: credentials.expiresAt is not a prop of this argument
  allowed: store, storeKind, data, extract, refreshSeconds
  fix: write { expiresAt: … } as the second argument`,
  ],
  [
    'props of other constructs',
    ({ cluster }) =>
      cluster('prod', loose({ bootstrap: { files: [] }, flavors: {} })).addNodePool(
        'w',
        loose({ flavor: 'small', certSANs: [] }),
      ),
    `mothership/prod: bootstrap.files is not a known prop
  allowed: format, users, ntp, proxy, registryMirrors, trustedCAs
  fix: write it under controlPlane.bootstrap or bootstrap of a pool
mothership/prod: flavors is not a known prop
  allowed: cloud, image, sshKeyName, credentials, network, endpoint, securityGroups, bastion, tags, kubernetesVersion, bootstrap, namespace and 10 more
  fix: write it under the cloud
mothership/prod/w: certSANs is not a known prop
  allowed: preemptible, flavor, image, sshKeyName, rootVolume, additionalBlockDevices, identity, trunk, floatingIPPool, ports, schedulerHints, serverGroup and 31 more
  fix: write it under controlPlane`,
  ],
  [
    'a map in a map that is to be the map',
    ({ cluster }) =>
      cluster('prod', {
        credentials: CloudCredentials.clusterIdentity('shared', {
          secretRef: { name: 'cloud', namespace: 'capi' },
          namespaceSelector: loose({ matchLabels: { team: 'x' } }),
        }),
      }),
    `mothership/prod: credentials.namespaceSelector.matchLabels is {"team":"x"}
  allowed: a string
  fix: write namespaceSelector: { team: "x" }`,
  ],
  [
    'an addon that was refused',
    ({ cluster }) => cluster('prod').addAddon(Addon.cinderCsi({ version: loose(5) })),
    `mothership/prod: addAddon.addon.version is 5
  allowed: a string
  fix: write "5"`,
  ],
];

/** Values that no file can carry, with what is said of each, and its fix. */
const NO_DATA: readonly [value: unknown, given: string, fix: string][] = [
  [1n, 'the bigint 1n', 'write 1'],
  [2n ** 70n, `the bigint ${2n ** 70n}n`, 'write deep: "…", or leave it out'],
  [new Date(0), 'a Date', 'write "1970-01-01T00:00:00.000Z"'],
  [new Date(NaN), 'a Date', 'write deep: "…", or leave it out'],
  [() => 1, 'a function', 'write deep: "…", or leave it out'],
  [Symbol('x'), 'a symbol', 'write deep: "…", or leave it out'],
  [new Map([['a', 1]]), 'a Map', 'write deep: "…", or leave it out'],
  [NaN, 'NaN', 'write deep: "…", or leave it out'],
];

/** What is said of values deep inside of those of a chart. */
function chartMistakes(values: unknown): readonly string[] {
  const test = testFleet();
  const chart = { repository: 'https://charts.example', chart: 'c', version: '1.0.0' };
  test.cluster('prod').addAddon(Addon.helmChart('n', { ...chart, values: loose(values) }));
  try {
    test.fleet.plan();
  } catch (error) {
    assert.ok(error instanceof ValidationError);
    return error.issues.filter(({ rule }) => rule.startsWith('input')).map(formatIssue);
  }
  return [];
}

/** Lists in lists. */
function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

describe('values of charts', () => {
  const allowed =
    'data of strings, numbers, true, false, null, lists and maps, nested at most 48 levels deep';
  const at = 'mothership/prod: addAddon.addon.values';

  for (const [value, given, fix] of NO_DATA) {
    it(`are told of where they are: ${given}`, () => {
      assert.deepEqual(chartMistakes({ n: { a: 1, deep: value }, b: [1] }), [
        `${at}.n.deep is ${given}\n  allowed: ${allowed}\n  fix: ${fix}`,
      ]);
      assert.match(chartMistakes({ n: [{ deep: value }] })[0] ?? '', /values\.n\[0\]\.deep is /);
    });
  }

  it('are told of where they contain themselves, or are nested too deeply', () => {
    const self: Record<string, unknown> = { a: 1 };
    self.deep = self;
    const fix = 'write deep: "…", or leave it out';

    assert.deepEqual(chartMistakes({ n: self }), [
      `${at}.n.deep is data that contains itself\n  allowed: ${allowed}\n  fix: ${fix}`,
    ]);
    assert.match(
      chartMistakes({ n: nested(60) }).join(),
      /values\.n\[0\](\[0\])* is data nested more than 48 levels deep\n/,
    );
  });

  it('may be the same data in several places', () => {
    const twice = { a: [1] };

    assert.deepEqual(chartMistakes({ n: twice, m: [twice, twice] }), []);
  });

  it('are shown whole in what is said of others', () => {
    const test = testFleet();
    test.cluster('prod', loose({ sshKeyName: { f: () => 1, m: new Map(), b: 1n, n: NaN } }));

    assert.throws(() => test.fleet.plan(), {
      message: /sshKeyName is \{"f":"a function","m":"a Map","b":"1n","n":"NaN"\}\n/,
    });
  });
});

describe('input that nothing has type checked', () => {
  for (const [what, build, says] of REFUSED) {
    it(`is told of as ${what}`, () => {
      const test = testFleet();
      build(test);

      assert.throws(() => test.fleet.plan(), { name: 'ValidationError', message: says });
    });
  }

  it('is refused in the props of the fleet', () => {
    const fleet = new Fleet({ layout: loose('nope') });

    assert.throws(() => fleet.plan(), {
      message: `Fleet: layout is "nope"
  allowed: "file-per-concern" or "file-per-pool-and-addon"
  fix: write layout: "file-per-concern" or "file-per-pool-and-addon", or leave it out`,
    });
  });

  it('hides no other mistake', () => {
    const test = testFleet();
    test.cluster('a', loose({ controlPlane: undefined, network: null, cloud: 5 }));
    test.cluster('b', { controlPlane: { flavor: loose('huge') } });

    assert.throws(
      () => test.fleet.plan(),
      (error) =>
        error instanceof ValidationError &&
        error.issues.some(({ path, rule }) => path === 'mothership/b/control-plane' && rule !== ''),
    );
  });

  it('is a mistake even where there is no props object, scope or name at all', () => {
    const fleet = new Fleet();
    const cloud = new OpenStackCloud(fleet, 'cloud', loose(undefined));
    const management = new ManagementCluster(fleet, 'm', loose(null));
    new WorkloadCluster(loose(undefined), 'lost', loose({ cloud }));
    const cluster = new WorkloadCluster(management, loose(undefined), loose([]));
    cluster.addNodePool(loose(Symbol('x')), loose(5n));
    new ManagementCluster(fleet, 'm', { providers: Providers.stable(loose(1.13)) });

    assert.throws(() => fleet.plan(), { name: 'ValidationError' });
  });

  it('has types that programs can import by their names', () => {
    const index = readFileSync(join(ROOT, 'constructs/index.ts'), 'utf8');
    const missing = Object.entries(TABLE.types)
      .filter(([, shape]) => typeof shape === 'object' && 'props' in shape)
      .map(([name]) => name)
      .filter((name) => !new RegExp(`\\b${name.replace(/<.*/, '')}\\b`).test(index));

    assert.deepEqual(missing.sort(), MADE_INSIDE);
  });

  it('reaches no function that nothing guards', () => {
    const open = Object.entries(api).flatMap(([name, value]) => {
      if (typeof value !== 'function' || value.prototype === undefined) return [];
      const guarded = TABLE.classes[name]?.static ?? {};
      return Object.getOwnPropertyNames(value)
        .filter((key) => !Object.hasOwn(guarded, key) && isStatic(value, key))
        .map((key) => `${name}.${key}`);
    });

    assert.deepEqual(open, []);
  });
});

/** Tells whether a function of a class takes anything. */
function isStatic(owner: object, key: string): boolean {
  const value: unknown = Reflect.get(owner, key);
  return key !== 'prototype' && typeof value === 'function' && value.length > 0;
}
