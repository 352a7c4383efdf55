import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '../../../constructs/index';
import { loadProgram, mistakesOf, renderedObjects } from '../../../lib/testing/index';
import { ROOT } from '../../support/import-graph';
import { inFolderUntil } from '../../support/in-folder';

/** Program of a fleet with one cluster, which ends in a call. */
function program(folder: string, end: string, replicas = 3): string {
  const file = join(folder, 'main.ts');
  writeFileSync(
    file,
    `import { testFleet } from ${JSON.stringify(join(ROOT, 'test/support/fleets'))};
     const test = testFleet({ outdir: ${JSON.stringify(join(folder, 'out'))} });
     test.cluster('prod', { controlPlane: { flavor: 'large', replicas: ${replicas} } });
     export const { fleet } = test;
     ${end};`,
  );
  return file;
}

function load(file: string): Promise<{ readonly fleet: Fleet }> {
  return loadProgram(() => require(file) as { readonly fleet: Fleet });
}

describe('loadProgram', () => {
  for (const end of ['fleet.run()', 'fleet.synth()']) {
    it(`returns the exports of a program that ends in ${end}, which writes nothing`, () =>
      inFolderUntil(async (folder) => {
        const { fleet } = await load(program(folder, end));

        assert.equal(renderedObjects(fleet, { cluster: 'prod' }).length, 5);
        assert.deepEqual(readdirSync(folder), ['main.ts']);
      }));
  }

  it('has the mistakes of a program neither printed nor turned into an exit code', () =>
    inFolderUntil(async (folder) => {
      const { exitCode } = process;

      const { fleet } = await load(program(folder, 'fleet.run()', 2));

      assert.equal(process.exitCode, exitCode);
      assert.deepEqual(
        mistakesOf(fleet).map(({ rule }) => rule),
        ['odd-control-plane'],
      );
    }));

  it('has programs run as usual afterwards, also if several are loaded at once or one fails', () =>
    inFolderUntil(async (folder) => {
      const failed = loadProgram(() => Promise.reject(new Error('of my own')));
      const other = loadProgram(() => Promise.resolve(1));
      assert.equal(await other, 1);
      await assert.rejects(failed, /of my own/);

      const { fleet } = require(program(folder, 'fleet.run()')) as { readonly fleet: Fleet };

      assert.equal(fleet.outdir, join(folder, 'out'));
      assert.ok(existsSync(join(folder, 'out/mothership/prod/cluster.yaml')));
    }));

  it('keeps the environment of what is asked already', async () => {
    process.env.CAPI_FLEET_COMMAND = '{"command":"check"}';
    try {
      await loadProgram(() => undefined);

      assert.equal(process.env.CAPI_FLEET_COMMAND, '{"command":"check"}');
    } finally {
      delete process.env.CAPI_FLEET_COMMAND;
    }
    assert.equal(process.env.CAPI_FLEET_COMMAND, undefined);
  });
});
