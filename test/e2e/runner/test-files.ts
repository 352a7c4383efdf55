import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, ROOT } from '../../support/import-graph';
import type { Suite } from '../suites';

/** Files under `test` of which a suite is made: its own and what it imports, at any depth. */
export function testFilesOf({ name }: Suite): readonly string[] {
  const found = new Set<string>();
  const open = [`test/e2e/${name}.e2e.ts`];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || !file.startsWith('test/') || !existsSync(join(ROOT, file))) continue;
    found.add(file);
    open.push(...importsOf(file).map(({ to }) => to));
  }
  return [...found];
}

/** Commit that is checked out. */
export function commitOf(): string {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
  return stdout.trim();
}
