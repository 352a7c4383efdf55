import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { checkObject } from '../../../lib/assembly/check-object';
import type { Manifest } from '../../../lib/base/manifest';
import type { VersionProfile } from '../../../lib/cluster/model/profile';
import { type CrdSet, checkAgainstCrds, loadCrds } from '../../../lib/schema/full-check';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import { PROFILES, profile } from '../../support/models';
import { randomAwsProgram } from '../../support/random/aws-arbitrary';
import { tryRenderAws } from '../../support/random/aws-program';
import { randomAzureProgram } from '../../support/random/azure-arbitrary';
import { tryRenderAzure } from '../../support/random/azure-program';
import { randomHetznerProgram, tryRenderHetzner } from '../../support/random/hetzner-program';
import { randomProgram, tryRender } from '../../support/random/random-program';
import { randomRuns } from '../../support/random/random-runs';
import { randomVSphereProgram, tryRenderVSphere } from '../../support/random/vsphere-program';

const CRDS = resolve(__dirname, '../../../../shared/crds');
const MOST_SECONDS = 3600;
const LEAST_LEGAL = 0.6;
const PROVIDERS = {
  featureGates: { machineTaintPropagation: true, kubeadmBootstrapFormatIgnition: true },
  helmAddonProvider: true,
};
const VSPHERE_VERSIONS = [
  ['1.13', '1.16'],
  ['1.14', '1.16'],
] as const;
const HETZNER_VERSIONS = [
  ['1.13', '1.1'],
  ['1.14', '1.1'],
] as const;
const AWS_VERSIONS = [
  ['1.13', '2.11'],
  ['1.14', '2.11'],
] as const;
const AZURE_VERSIONS = [
  ['1.13', '1.26'],
  ['1.14', '1.26'],
] as const;

describe('random legal programs', () => {
  it('give no object that schemas, definitions with their expressions, or webhooks refuse', function () {
    this.timeout(MOST_SECONDS * 1000);
    const counts = { legal: 0, all: 0 };
    const crds = new Map<string, CrdSet>();

    fc.assert(
      fc.property(
        fc
          .tuple(fc.constantFrom(...PROFILES), fc.boolean())
          .chain(([versions, gates]) =>
            fc.tuple(fc.constant(versions), randomProgram({ versions, gates, helm: gates })),
          ),
        ([versions, program]) => {
          const objects = tryRender(program, versions);
          counts.all += 1;
          if (objects === undefined) return;
          counts.legal += 1;
          assertAccepted(
            objects.map(({ object }) => object),
            profile(versions[0], versions[1], PROVIDERS),
            crds,
          );
        },
      ),
      randomRuns(200),
    );

    assertLegal(counts);
  });

  it('on vSphere give none either', function () {
    this.timeout(MOST_SECONDS * 1000);
    const counts = { legal: 0, all: 0 };
    const crds = new Map<string, CrdSet>();

    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(...VSPHERE_VERSIONS), randomVSphereProgram),
        ([versions, program]) => {
          const objects = tryRenderVSphere(program, versions);
          counts.all += 1;
          if (objects === undefined) return;
          counts.legal += 1;
          const [clusterApi] = versions;
          assertAccepted(
            objects,
            profile(clusterApi, undefined, { infrastructure: ['vsphere'] }),
            crds,
          );
        },
      ),
      randomRuns(100),
    );

    assertLegal(counts);
  });

  it('on AWS give none either', function () {
    this.timeout(MOST_SECONDS * 1000);
    const counts = { legal: 0, all: 0 };
    const crds = new Map<string, CrdSet>();

    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(...AWS_VERSIONS), randomAwsProgram),
        ([versions, program]) => {
          const objects = tryRenderAws(program, versions);
          counts.all += 1;
          if (objects === undefined) return;
          counts.legal += 1;
          const [clusterApi] = versions;
          assertAccepted(
            objects,
            profile(clusterApi, undefined, { infrastructure: ['aws'] }),
            crds,
          );
        },
      ),
      randomRuns(100),
    );

    assertLegal(counts);
  });

  it('on Hetzner Cloud give none either', function () {
    this.timeout(MOST_SECONDS * 1000);
    const counts = { legal: 0, all: 0 };
    const crds = new Map<string, CrdSet>();

    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(...HETZNER_VERSIONS), randomHetznerProgram),
        ([versions, program]) => {
          const objects = tryRenderHetzner(program, versions);
          counts.all += 1;
          if (objects === undefined) return;
          counts.legal += 1;
          const [clusterApi] = versions;
          assertAccepted(
            objects,
            profile(clusterApi, undefined, { infrastructure: ['hetzner'] }),
            crds,
          );
        },
      ),
      randomRuns(100),
    );

    assertLegal(counts);
  });

  it('on Azure give none either', function () {
    this.timeout(MOST_SECONDS * 1000);
    const counts = { legal: 0, all: 0 };
    const crds = new Map<string, CrdSet>();

    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(...AZURE_VERSIONS), randomAzureProgram),
        ([versions, program]) => {
          const objects = tryRenderAzure(program, versions);
          counts.all += 1;
          if (objects === undefined) return;
          counts.legal += 1;
          const [clusterApi] = versions;
          assertAccepted(
            objects,
            profile(clusterApi, undefined, { infrastructure: ['azure'] }),
            crds,
          );
        },
      ),
      randomRuns(100),
    );

    assertLegal(counts);
  });
});

function assertLegal({ legal, all }: { readonly legal: number; readonly all: number }): void {
  assert.ok(legal / all > LEAST_LEGAL, `${legal} of ${all} are legal`);
}

function assertAccepted(
  objects: readonly Manifest[],
  versions: VersionProfile,
  loaded: Map<string, CrdSet>,
): void {
  const schemas = schemaSet(versions.schemas);
  const crds = loaded.get(versions.name) ?? definitions(versions.schemas);
  loaded.set(versions.name, crds);
  for (const object of objects) {
    const name = `${object.kind} ${object.metadata.name}`;
    assert.deepEqual(validateObject(schemas, object), [], name);
    assert.deepEqual(checkObject({ path: name, object, profile: versions }), [], name);
    assert.deepEqual(checkAgainstCrds(crds, object), [], name);
  }
}

/** Definitions of a profile; none on a machine without them. */
function definitions(names: readonly string[]): CrdSet {
  return loadCrds(...(existsSync(CRDS) ? names.map((name) => join(CRDS, name)) : []));
}
