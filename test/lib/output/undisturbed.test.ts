import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../support/import-graph';

/** Runs a program that has `undisturbed`, and `kill`, which sends the process a signal. */
function run(program: string): SpawnSyncReturns<string> {
  const file = JSON.stringify(join(ROOT, 'lib/output/undisturbed.ts'));
  const text = `
    const { undisturbed } = require(${file});
    const kill = (signal = 'SIGTERM') => process.kill(process.pid, signal);
    ${program}
  `;
  const args = ['--import', 'tsx', '-e', text];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

describe('undisturbed', () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    it(`lets ${signal} end the process when the work is done`, () => {
      const child = run(`
        undisturbed(() => { kill('${signal}'); console.log('done'); });
        setTimeout(() => console.log('too late'), 5000);
      `);

      assert.deepEqual([child.signal, child.stdout], [signal, 'done\n']);
    });
  }

  it('does so for the last of several pieces of work', () => {
    const child = run(`
      undisturbed(() => {});
      setImmediate(() => setImmediate(() => undisturbed(() => { kill(); console.log('done'); })));
    `);

    assert.deepEqual([child.signal, child.stdout], ['SIGTERM', 'done\n']);
  });

  it('leaves a signal to a program that takes care of it', () => {
    const child = run(`
      process.once('SIGTERM', () => { console.log('mine'); process.exit(7); });
      undisturbed(() => kill());
      setTimeout(() => {}, 5000);
    `);

    assert.deepEqual([child.status, child.stdout], [7, 'mine\n']);
  });

  it('holds nothing back any more once the work is done', () => {
    const child = run(`
      undisturbed(() => {});
      const counts = () => ['SIGTERM', 'SIGINT', 'SIGHUP'].map((s) => process.listenerCount(s)).join();
      const look = (turns) => (turns === 0 ? console.log(counts()) : setImmediate(look, turns - 1));
      look(10);
    `);

    assert.deepEqual([child.status, child.stdout], [0, '0,0,0\n']);
  });
});
