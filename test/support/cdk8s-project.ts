import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './import-graph';
import { inFolder } from './in-folder';

/** Runs something in a project that uses the library from its sources, with settings of cdk8s of its own. */
export function inProject(settings: string, run: (folder: string) => void): void {
  inFolder((folder) => {
    for (const name of ['constructs', 'lib', 'examples'])
      symlinkSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    writeFileSync(join(folder, 'cdk8s.yaml'), settings);
    run(folder);
  });
}

/** Runs `cdk8s synth` in a project; sources in TypeScript may be plugins of it. */
export function cdk8sSynth(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, CHECK_UPGRADE: 'false', NODE_OPTIONS: '--import tsx' };
  const command = join(ROOT, 'node_modules/.bin/cdk8s');
  return spawnSync(command, ['synth', '--check-upgrade=false', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
}
