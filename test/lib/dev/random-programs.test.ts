import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Providers } from '../../../constructs/index';
import { profileSchemas } from '../../../lib/assembly/profile-schemas';
import { validateObject } from '../../../lib/schema/validate';
import { randomDevProgram, tryRenderDev } from '../../support/random/dev-program';
import type { Versions } from '../../support/random/random-program';

const SEED = 20_261_130;
const RUNS = 60;
const VERSIONS: readonly Versions[] = [
  ['1.10', '1.10'],
  ['1.13', '1.13'],
  ['1.14', '1.14'],
];

describe('random programs of clusters for development', () => {
  for (const versions of VERSIONS) {
    for (const backend of ['docker', 'inMemory'] as const) {
      it(`fit the schemas of ${versions[0]} on ${backend}, and most of them are legal`, () => {
        const [clusterApi, provider] = versions;
        const profile = Providers.versions(clusterApi, { dev: provider }).tryProfile();
        assert.ok(profile);
        const schemas = profileSchemas(profile);
        let legal = 0;
        fc.assert(
          fc.property(randomDevProgram(backend), (program) => {
            const rendered = tryRenderDev(program, versions);
            if (rendered === undefined) return;
            legal += 1;
            const found = rendered.flatMap(({ object }) => validateObject(schemas, object));
            assert.deepEqual(found, []);
          }),
          { seed: SEED, numRuns: RUNS },
        );

        assert.ok(legal > RUNS / 2, `${legal} of ${RUNS}`);
      });
    }
  }
});
