import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { loadAll } from 'js-yaml';
import { allRules } from '../../../lib/assembly/table';
import { formatIssue, type Issue } from '../../../lib/base/errors';
import { write } from '../../../lib/base/fix';
import { emitDocuments } from '../../../lib/output/emit-yaml';
import { FleetRules, type FleetRulesProps } from '../../../lib/validation';
import { mistakeDocuments, mistakeIn, mistakePaths } from '../../../lib/validation/mistakes-file';
import type { Violation } from '../../../lib/validation/report';
import { reportFolder } from '../../../lib/validation/settings';
import { inFolder } from '../../support/in-folder';

const ISSUE: Issue = {
  path: 'mothership/prod/workers',
  prop: 'replicas',
  given: -1,
  allowed: 'an integer of 0 or more',
  fix: 'write 0',
  rule: 'pool-replicas',
};
const MISSING: Issue = {
  path: 'CidrPlan',
  prop: 'clusters["a"]',
  allowed: 'a number',
  fix: 'add "a": 0 to clusters',
  rule: 'unheard-of',
};

const LONG = 'x'.repeat(301);

describe('FleetRules', () => {
  it('is content with a synth that has no mistakes', async () => {
    const { status, summary, violations } = await outcome({ 'dist/app.yaml': [{ kind: 'Any' }] });

    assert.equal(status, 'success');
    assert.deepEqual(summary, { Rules: String(allRules().length), Mistakes: '0' });
    assert.deepEqual(violations, []);
  });

  for (const given of [
    NaN,
    Infinity,
    undefined,
    { a: [NaN, undefined] },
    '-1',
    ['x'],
    LONG,
    [LONG],
  ]) {
    it(`reports ${inspect(given, { maxStringLength: 20 })} as messages show it`, async () => {
      const issue = given === undefined ? MISSING : { ...MISSING, given };
      const text = emitDocuments(mistakeDocuments([issue]));
      const file = 'dist/fleet-mistakes.yaml';
      const { violations } = await outcome({ [file]: loadAll(text) });

      const shown = formatIssue(issue).split('\n')[0];
      assert.equal(`CidrPlan: ${violations[0]?.violatingResources[0]?.locations[0]}`, shown);
    });
  }

  it('reports mistakes that a program has left, one violation each', async () => {
    const file = 'dist/fleet-mistakes.yaml';
    const { status, violations } = await outcome({ [file]: mistakeDocuments([ISSUE, MISSING]) });

    assert.equal(status, 'failure');
    assert.deepEqual(
      violations.map(({ ruleName, fix, violatingResources }) => [
        ruleName,
        fix,
        ...violatingResources,
      ]),
      [
        [
          'pool-replicas',
          'write 0',
          { resourceName: ISSUE.path, locations: ['replicas is -1'], manifestPath: file },
        ],
        [
          'unheard-of',
          'add "a": 0 to clusters',
          {
            resourceName: 'CidrPlan',
            locations: ['clusters["a"] is missing'],
            manifestPath: file,
          },
        ],
      ],
    );
  });

  it('reads files of others only when it knows the versions', async () => {
    const cluster = {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'Cluster',
      metadata: { name: 'a' },
    };
    const files = { 'dist/app.yaml': [{ ...cluster, spec: { pausd: true } }, 'text', null] };

    assert.deepEqual((await outcome(files)).violations, []);
    const found = await outcome(files, { clusterApi: '1.13' });
    assert.ok(found.violations.some((one) => one.ruleName === 'object-schema'));
    const newest = await outcome(files, { clusterApi: '1.14', openStackProvider: '0.15' });
    assert.equal(newest.status, 'failure');
  });

  it('refuses versions that do not go together', async () => {
    await assert.rejects(outcome({}, { clusterApi: '1.10', openStackProvider: '0.14' }), {
      message: /^FleetRules: providers\.infrastructure\.openstack is "0\.14"\n/,
    });
    const infrastructure = { openstak: '0.14' };
    await assert.rejects(outcome({}, { clusterApi: '1.14', infrastructure }), {
      message: /^FleetRules: providers\.infrastructure is "openstak"\n/,
    });
  });
});

describe('objects of others', () => {
  const taints = [{ key: 'a', value: 'b', effect: 'NoSchedule', propagation: 'Always' }];
  const deployment = {
    apiVersion: 'cluster.x-k8s.io/v1beta2',
    kind: 'MachineDeployment',
    metadata: { name: 'a' },
    spec: { template: { spec: { taints } } },
  };
  const gated = async (props: FleetRulesProps) => {
    const { violations } = await outcome({ 'dist/app.yaml': [deployment] }, props);
    return violations.some(({ ruleName }) => ruleName === 'object-taint-gate');
  };

  it('are held against the feature gates', async () => {
    const featureGates = { machineTaintPropagation: true };

    assert.equal(await gated({ clusterApi: '1.14' }), true);
    assert.equal(await gated({ clusterApi: '1.14', featureGates }), false);
  });

  it('are held against the schemas of the add-on provider for Helm where it is installed', async () => {
    const apiVersion = 'addons.cluster.x-k8s.io/v1alpha1';
    const spec = { chartNam: 'podinfo' };
    const chart = { apiVersion, kind: 'HelmChartProxy', metadata: { name: 'a' }, spec };
    const found = async (helmAddonProvider: boolean) => {
      const props = { clusterApi: '1.14', helmAddonProvider };
      const { violations } = await outcome({ 'dist/app.yaml': [chart] }, props);
      return violations.some(({ ruleName }) => ruleName === 'object-schema');
    };

    assert.deepEqual([await found(true), await found(false)], [true, false]);
  });

  it('may be of projects that share the groups of Cluster API', async () => {
    const kinds = [
      ['addons.cluster.x-k8s.io/v1alpha1', 'HelmChartProxy'],
      ['infrastructure.cluster.x-k8s.io/v1beta1', 'GCPCluster'],
    ];
    const objects = kinds.map(([apiVersion, kind]) => ({
      apiVersion,
      kind,
      metadata: { name: 'a' },
    }));

    const { violations } = await outcome({ 'dist/app.yaml': objects }, { clusterApi: '1.14' });

    assert.deepEqual(violations, []);
  });
});

describe('mistakes in a file', () => {
  it('are read as they were written', () => {
    const written = [{ ...ISSUE, given: '-1' }, MISSING];

    assert.deepEqual(mistakeDocuments([ISSUE, MISSING]).map(mistakeIn), written);
  });

  it('have the change of their fix beside its sentence', () => {
    const documents = mistakeDocuments([{ ...ISSUE, fix: write(0, { or: 'leave it out' }) }]);

    assert.deepEqual(documents, [
      {
        apiVersion: 'capi-fleet/v1',
        kind: 'Mistake',
        metadata: { name: ISSUE.rule },
        spec: {
          path: ISSUE.path,
          prop: 'replicas',
          given: '-1',
          allowed: ISSUE.allowed,
          fix: 'write 0, or leave it out',
          change: { write: 0, ends: ', or leave it out' },
        },
      },
    ]);
  });

  it('are told from other objects', () => {
    for (const other of [
      null,
      'Mistake',
      [],
      { kind: 'Mistake' },
      { apiVersion: 'v1', kind: 'Mistake' },
    ]) {
      assert.equal(mistakeIn(other), undefined);
    }
    assert.equal(mistakeIn({ apiVersion: 'capi-fleet/v1', kind: 'Mistake' }), undefined);
  });

  it('have their construct paths in the form of cdk8s', () => {
    assert.deepEqual(JSON.parse(mistakePaths([ISSUE, ISSUE])), {
      version: '1.0.0',
      resources: { [ISSUE.path]: { path: ISSUE.path } },
    });
  });
});

describe('the folder of a report', () => {
  const env = { CDK8S_OUTDIR: 'dist', CDK8S_RECORD_CONSTRUCT_METADATA: 'true' };
  const named = 'validations:\n  - { package: ./p, version: 1.0.0, class: FleetRules }\n';

  it('is that of cdk8s where the settings name the plugin', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'cdk8s.yaml'), named);
      assert.equal(reportFolder(env, folder), 'dist');
    }));

  it('is none without cdk8s, and without validations', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'cdk8s.yaml'), named);
      assert.equal(reportFolder({}, folder), undefined);
      assert.equal(
        reportFolder({ ...env, CDK8S_RECORD_CONSTRUCT_METADATA: 'false' }, folder),
        undefined,
      );
    }));

  for (const settings of [
    'app: x\n',
    'validations: https://example.org\n',
    'validations: [\n',
    '- a\n',
  ]) {
    it(`is none where the settings are ${JSON.stringify(settings)}`, () =>
      inFolder((folder) => {
        writeFileSync(join(folder, 'cdk8s.yaml'), settings);
        assert.equal(reportFolder(env, folder), undefined);
      }));
  }

  it('is none without settings', () =>
    inFolder((folder) => {
      assert.equal(reportFolder(env, folder), undefined);
    }));
});

async function outcome(
  files: Readonly<Record<string, readonly unknown[]>>,
  props?: FleetRulesProps,
) {
  const violations: Violation[] = [];
  const ended: { status?: string; summary?: unknown } = {};
  await new FleetRules(props).validate({
    manifests: Object.keys(files),
    parseManifest: (path) => files[path] ?? [],
    report: {
      addViolation: (violation) => violations.push(violation),
      submit(status, summary) {
        Object.assign(ended, { status, summary });
      },
    },
  });
  return { ...ended, violations };
}
