import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDefinitions } from '../../../lib/schema/crd-folder';
import { CrdSet, checkAgainstCrds, loadCrds } from '../../../lib/schema/full-check';
import { BUNDLED } from '../../../lib/schema/generator/bundled';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import { PROFILES, profile } from '../../support/models';
import {
  changed,
  controlPlane,
  healthCheck,
  type Loose,
  machineTemplate,
  newerObjects,
  olderObjects,
  openStackCluster,
  RELEASES,
} from './objects';

const REAL = resolve(__dirname, '../../../../shared/crds');

/** Valid object, change that breaks an expression, and where that shows. */
type Row = readonly [make: () => Loose, path: string, value: unknown, field: string];

const KUBEADM = 'spec.kubeadmConfigSpec';
const MACHINE = 'spec.template.spec';
const TWICE = [
  { name: 'v', value: '1' },
  { name: 'v', value: '2' },
];

const ROWS: readonly Row[] = [
  [openStackCluster, 'spec.disableExternalNetwork', true, 'spec'],
  [openStackCluster, 'spec.bastion', { enabled: true }, 'spec.bastion'],
  [openStackCluster, 'spec.bastion', {}, 'spec.bastion'],
  [openStackCluster, 'spec.bastion.spec.flavor', undefined, 'spec.bastion.spec'],
  [machineTemplate, `${MACHINE}.flavor`, undefined, MACHINE],
  [
    machineTemplate,
    `${MACHINE}.rootVolume.availabilityZone`,
    {},
    `${MACHINE}.rootVolume.availabilityZone`,
  ],
  [
    machineTemplate,
    `${MACHINE}.rootVolume.availabilityZone.from`,
    'Machine',
    `${MACHINE}.rootVolume.availabilityZone`,
  ],
  [
    machineTemplate,
    `${MACHINE}.schedulerHintAdditionalProperties.0.value.bool`,
    true,
    `${MACHINE}.schedulerHintAdditionalProperties[0].value`,
  ],
  [
    controlPlane,
    `${KUBEADM}.clusterConfiguration.apiServer.extraArgs`,
    TWICE,
    `${KUBEADM}.clusterConfiguration.apiServer.extraArgs`,
  ],
  [
    controlPlane,
    `${KUBEADM}.joinConfiguration.nodeRegistration.kubeletExtraArgs`,
    TWICE,
    `${KUBEADM}.joinConfiguration.nodeRegistration.kubeletExtraArgs`,
  ],
  [
    controlPlane,
    `${KUBEADM}.diskSetup`,
    { partitions: [{ device: '/dev/vdb' }] },
    `${KUBEADM}.diskSetup.partitions[0]`,
  ],
  [
    healthCheck,
    'spec.checks.unhealthyMachineConditions',
    [{ type: 'Ready', status: 'False', timeoutSeconds: 60 }],
    'spec.checks.unhealthyMachineConditions[0].type',
  ],
];

describe('checkAgainstCrds', () => {
  let newer: CrdSet;

  before(function () {
    if (!existsSync(REAL)) {
      console.log(`    skipped: no CRD files in ${REAL}`);
      this.skip();
    }
    newer = loadCrds(...RELEASES.v1beta2.map((name) => join(REAL, name)));
  });

  it('accepts valid objects of both contracts', () => {
    const older = loadCrds(...RELEASES.v1beta1.map((name) => join(REAL, name)));

    const findings = [
      ...newerObjects().flatMap((object) => checkAgainstCrds(newer, object)),
      ...olderObjects().flatMap((object) => checkAgainstCrds(older, object)),
    ];

    assert.deepEqual(findings, []);
  });

  for (const [make, path, value, field] of ROWS) {
    it(`refuses ${JSON.stringify(value) ?? 'nothing'} as ${path}`, () => {
      const object = changed(make(), path, value);

      assert.deepEqual(validateObject(schemaSet(RELEASES.v1beta2), object), []);
      const fields = checkAgainstCrds(newer, object).map((finding) => finding.field);

      assert.deepEqual([...new Set(fields)], [field]);
    });
  }

  it('says nothing of expressions while the schema itself is broken', () => {
    const object = changed(openStackCluster(), 'spec.disableExternalNetwork', true);

    const findings = checkAgainstCrds(newer, changed(object, 'spec.tags', 'a'));

    assert.deepEqual(
      findings.map(({ field }) => field),
      ['spec.tags'],
    );
  });

  it('evaluates every expression of all releases that are bundled', () => {
    const releases = Object.keys(BUNDLED);

    const unsupported = releases.flatMap((name) => loadCrds(join(REAL, name)).unsupported());

    assert.ok(releases.length > 10);
    assert.deepEqual(unsupported, []);
  });

  it('refuses objects of a kind that a folder defines twice, and no others', () => {
    const all = loadCrds(REAL);

    assert.deepEqual(
      checkAgainstCrds(all, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } }),
      [],
    );
    assert.throws(() => checkAgainstCrds(all, openStackCluster()), { name: 'CrdFolderError' });
  });

  it('takes the releases of a profile from a folder of several', () => {
    const definitions = readDefinitions(REAL);
    for (const [clusterApi, provider] of PROFILES.slice(0, 3)) {
      const running = profile(clusterApi, provider);
      const own = loadCrds(...running.schemas.map((name) => join(REAL, name)));
      const all = new CrdSet(definitions, running);
      const known = [...newerObjects(), ...olderObjects()].filter(({ apiVersion, kind }) =>
        own.names.includes(`${apiVersion}/${kind}`),
      );

      assert.ok(known.length > 3);
      for (const object of known) assert.deepEqual(all.check(object), own.check(object));
    }
  });
});
