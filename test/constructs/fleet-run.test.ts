import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isProgram } from '../../constructs/fleet-program';
import { testFleet } from '../support/fleets';
import { ROOT } from '../support/import-graph';
import { inFolder } from '../support/in-folder';

describe('a program that never runs its fleet', () => {
  it('fails, and says what to type', () => {
    const { status, stderr } = ended('');

    assert.equal(status, 1);
    assert.equal(
      stderr,
      'Fleet: the program ends without running it\n' +
        '  allowed: a program that ends in fleet.run()\n' +
        '  fix: call run() on the Fleet at its end\n',
    );
  });

  it('may ask the fleet for something else', () => {
    for (const use of ['clusterModels', 'check']) {
      assert.deepEqual(ended(`fleet.${use}();`), { status: 0, stderr: '' }, use);
    }
  });

  it('is no test, and nothing that the command line asks', () => {
    assert.ok(isProgram('/home/me/fleet/main.ts', {}));
    assert.ok(!isProgram(undefined, {}));
    assert.ok(!isProgram('/home/me/fleet/node_modules/mocha/bin/mocha.js', {}));
    assert.ok(!isProgram('C:\\fleet\\node_modules\\vitest\\vitest.mjs', {}));
    assert.ok(!isProgram('/home/me/fleet/main.test.ts', { NODE_TEST_CONTEXT: 'child-v8' }));
    assert.ok(!isProgram('/home/me/fleet/main.ts', { CAPI_FLEET_COMMAND: '{"command":"plan"}' }));
  });
});

describe('an empty fleet', () => {
  it('is refused, and removes nothing', () =>
    inFolder((outdir) => {
      const { fleet, cluster } = testFleet({ outdir });
      cluster('prod');
      fleet.synth();

      assert.throws(
        () => testFleet({ outdir }).fleet.synth(),
        /^ValidationError: Fleet: clusters is missing/,
      );
      assert.throws(() => testFleet({ outdir }).fleet.check(), /set allowEmpty: true/);
      assert.ok(existsSync(join(outdir, 'mothership/prod/cluster.yaml')));
    }));

  it('removes everything where that is allowed', () =>
    inFolder((outdir) => {
      const { fleet, cluster } = testFleet({ outdir });
      cluster('prod');
      fleet.synth();

      testFleet({ outdir, allowEmpty: true }).fleet.synth();
      assert.ok(!existsSync(join(outdir, 'mothership/prod')));
    }));
});

/** What comes of a program that makes a fleet of one cluster, and uses it in some way. */
function ended(use: string) {
  return inFolder((folder) => {
    const program = join(folder, 'fleet.ts');
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(
      program,
      `const { testFleet } = require(${JSON.stringify(join(ROOT, 'test/support/fleets'))});
       const { fleet, cluster } = testFleet({ outdir: __dirname + '/dist' });
       cluster('prod');
       ${use}`,
    );
    const tsx = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
    const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, program], {
      encoding: 'utf8',
    });
    return { status, stderr };
  });
}
