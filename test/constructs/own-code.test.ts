import assert from 'node:assert/strict';
import { ApiObject, Chart } from 'cdk8s';
import { Addon } from '../../constructs/index';
import { formatIssue, type Issue } from '../../lib/base/errors';
import { Findings } from '../../lib/base/rule';
import { type TestFleet, testFleet } from '../support/fleets';

function fail(): never {
  throw new TypeError('of my own');
}

/** Code of the user's own that throws, and where that is told. */
const THROWING: readonly [what: string, build: (test: TestFleet) => void, told: RegExp][] = [
  [
    'an addon',
    ({ cluster }) => cluster('a').addAddon(new Addon('mine', fail)),
    /^mothership\/a\/mine: describe is an error: TypeError: of my own\n.*\n {2}fix: correct test\/constructs\/own-code.test.ts:\d+$/m,
  ],
  [
    'constructs of an addon',
    ({ cluster }) => cluster('a').addAddon(Addon.constructs('mine', fail)),
    /^mothership\/a\/mine: describe is an error: TypeError: of my own$/m,
  ],
  [
    'the builder of a cluster',
    ({ management }) => management.addClusters(['late'], fail),
    /^mothership\/late: addClusters is an error: TypeError: of my own$/m,
  ],
  [
    'a validation',
    ({ cluster }) => cluster('a').node.addValidation({ validate: fail }),
    /^mothership\/a: validation is failing: TypeError: of my own$/m,
  ],
  [
    'a chart',
    ({ fleet }) => {
      new Chart(fleet, 'mine').toJson = fail;
    },
    /^mine: toJson is an error: TypeError: of my own$/m,
  ],
  [
    'an object in a chart',
    ({ fleet }) => {
      const chart = new Chart(fleet, 'mine');
      new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap' }).toJson = fail;
    },
    /^mine\/x: toJson is an error: TypeError: of my own$/m,
  ],
];

describe('code of the user that throws', () => {
  for (const [what, build, told] of THROWING) {
    it(`in ${what} is a mistake beside all others`, () => {
      const test = testFleet({ outdir: '/nowhere/at/all' });
      test.cluster('planted', { controlPlane: { flavor: 'huge' as 'large' } });
      build(test);

      assert.throws(() => test.fleet.synth(), { name: 'ValidationError', message: told });
      assert.throws(
        () => test.fleet.synth(),
        /mothership\/planted\/control-plane: flavor is "huge"/,
      );
    });
  }
});

describe('a rule that throws', () => {
  const facts = { reason: '', source: '' };
  const told: Issue = {
    path: 'a',
    prop: 'b',
    given: 1,
    allowed: '2',
    fix: 'write 2',
    rule: 'sound',
  };

  it('is a mistake that names path and rule, and hides no others', () => {
    const findings = new Findings();
    const sound = {
      ...facts,
      id: 'sound',
      check: (_: unknown, refuse: (place: object, finding: object) => void) =>
        refuse({ path: 'a', prop: 'b' }, { given: 1, allowed: '2', fix: 'write 2' }),
    } as never;
    const groups = [
      { applies: () => true, rules: [{ ...facts, id: 'broken', check: fail }, sound] },
      { applies: fail, rules: [{ ...facts, id: 'unasked', check: fail }] },
    ];
    findings.run(groups, { cluster: { path: 'm/a' } });

    assert.deepEqual(
      findings.issues.map((issue) => formatIssue(issue).split('\n')[0]),
      [
        'm/a: rule broken is an error: TypeError: of my own',
        formatIssue(told).split('\n')[0],
        'm/a: rule unasked is an error: TypeError: of my own',
      ],
    );
  });
});
