import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { checkObject } from '../../../lib/assembly/check-object';
import type { RenderedObject } from '../../../lib/assembly/render-cluster';
import { type CrdSet, checkAgainstCrds, loadCrds } from '../../../lib/schema/full-check';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import { PROFILES, profile } from '../../support/models';
import { randomProgram, tryRender } from '../../support/random/random-program';
import { randomRuns } from '../../support/random/random-runs';

const CRDS = resolve(__dirname, '../../../../shared/crds');
const MOST_SECONDS = 3600;
const LEAST_LEGAL = 0.6;

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
          assertAccepted(objects, versions, crds);
        },
      ),
      randomRuns(200),
    );

    assert.ok(
      counts.legal / counts.all > LEAST_LEGAL,
      `${counts.legal} of ${counts.all} are legal`,
    );
  });
});

function assertAccepted(
  objects: readonly RenderedObject[],
  [clusterApi, provider]: (typeof PROFILES)[number],
  loaded: Map<string, CrdSet>,
): void {
  const gates = { machineTaintPropagation: true, kubeadmBootstrapFormatIgnition: true };
  const versions = profile(clusterApi, provider, { featureGates: gates, helmAddonProvider: true });
  const schemas = schemaSet(versions.schemas);
  const crds = loaded.get(versions.name) ?? definitions(versions.schemas);
  loaded.set(versions.name, crds);
  for (const { key, path, object } of objects) {
    assert.deepEqual(validateObject(schemas, object), [], key);
    assert.deepEqual(checkObject({ path, object, profile: versions }), [], key);
    assert.deepEqual(checkAgainstCrds(crds, object), [], key);
  }
}

/** Definitions of a profile; none on a machine without them. */
function definitions(names: readonly string[]): CrdSet {
  return loadCrds(...(existsSync(CRDS) ? names.map((name) => join(CRDS, name)) : []));
}
