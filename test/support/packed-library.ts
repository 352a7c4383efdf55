import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../lib/package/bundle';
import { ROOT } from './import-graph';

/** Options of `npm install` in tests. */
export const INSTALL = [
  'install',
  '--prefer-offline',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--silent',
];

/** Runs a command that must succeed; returns its standard output. */
export function runIn(folder: string, command: string, ...args: readonly string[]): string {
  const child = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(child.status, 0, `${command} ${args.join(' ')}\n${child.stdout}${child.stderr}`);
  return child.stdout;
}

/** Builds the library in a folder that does not exist yet, and packs it as npm does; returns the tarball. */
export function packLibrary(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  mkdirSync(folder);
  runIn(ROOT, 'npx', 'tsc', '-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  bundle(join(folder, 'dist'));
  delete manifest.scripts;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const name of ['docs', 'recipes']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  return join(folder, runIn(folder, 'npm', 'pack', '--silent').trim());
}

/** Packs `create-capi-fleet` into a folder; returns the tarball. */
export function packCreate(folder: string): string {
  const source = join(ROOT, 'create-capi-fleet');
  return join(
    folder,
    runIn(source, 'npm', 'pack', '--silent', '--pack-destination', folder).trim(),
  );
}
