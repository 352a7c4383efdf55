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
import { ON_CLOUDS } from '../../support/random/on-clouds';
import { randomProgram, tryRender } from '../../support/random/random-program';
import { randomRuns } from '../../support/random/random-runs';

const CRDS = resolve(__dirname, '../../../../shared/crds');
const MOST_SECONDS = 3600;
const LEAST_LEGAL = 0.6;
const PROVIDERS = {
  featureGates: { machineTaintPropagation: true, kubeadmBootstrapFormatIgnition: true },
  helmAddonProvider: true,
};
/** Minors of Cluster API that have providers of other clouds than OpenStack. */
const WITH_OTHERS = ['1.13', '1.14'];

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

  for (const { cloud, infrastructure, minor, programs, render } of ON_CLOUDS) {
    it(`on ${cloud} give none either`, function () {
      this.timeout(MOST_SECONDS * 1000);
      const counts = { legal: 0, all: 0 };
      const crds = new Map<string, CrdSet>();

      fc.assert(
        fc.property(
          fc.tuple(fc.constantFrom(...WITH_OTHERS), programs),
          ([clusterApi, program]) => {
            const objects = render(program, [clusterApi, minor]);
            counts.all += 1;
            if (objects === undefined) return;
            counts.legal += 1;
            assertAccepted(
              objects,
              profile(clusterApi, undefined, { infrastructure: [infrastructure] }),
              crds,
            );
          },
        ),
        randomRuns(100),
      );

      assertLegal(counts);
    });
  }
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
