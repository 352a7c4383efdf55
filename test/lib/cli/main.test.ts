import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

function capiFleet(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  const env = {
    ...process.env,
    NODE_PATH: join(ROOT, 'node_modules'),
    CDK8S_OUTDIR: join(folder, 'cli'),
  };
  const main = join(ROOT, 'lib/cli/main.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
}

const PROGRAM = 'examples/suppliers/main.ts';

describe('capi-fleet', () => {
  it('writes the clusters that it is told', () =>
    inFolder((folder) => {
      const child = capiFleet(folder, 'synth', '--only', 'no-such', PROGRAM);

      assert.notEqual(child.status, 0);
      assert.match(
        child.stderr,
        /^Fleet: only is "no-such"\n {2}allowed: any of "render-north", "batch-north"/m,
      );
    }));

  for (const [args, message] of [
    [[], /^usage: capi-fleet COMMAND/],
    [['synth'], /^usage: capi-fleet synth/],
    [['deploy', PROGRAM], /^capi-fleet: there is no command deploy\nusage: capi-fleet COMMAND/],
    [['synth', 'missing.ts'], /^capi-fleet: there is no file missing\.ts/],
    [['synth', '--onyl', 'a', PROGRAM], /^capi-fleet: Unknown option '--onyl'/],
    [
      ['synth', '--json', PROGRAM],
      /^capi-fleet: synth has no option --json\nusage: capi-fleet synth/,
    ],
    [['up', '--parallel', '0', PROGRAM], /^capi-fleet: --parallel is 0: it takes an integer/],
    [['plan'], /^usage: capi-fleet plan/],
  ] as const) {
    it(`refuses ${JSON.stringify(args.join(' '))} with code 2`, () =>
      inFolder((folder) => {
        const child = capiFleet(folder, ...args);

        assert.equal(child.status, 2);
        assert.match(child.stderr, message);
        assert.deepEqual(readdirSync(folder), []);
      }));
  }
});
