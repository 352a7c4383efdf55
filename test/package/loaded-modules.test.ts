import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/import-graph';

/** Packages that a program loads, by running it in a process of its own. */
function loadedPackages(program: string): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'fleet-'));
  const script = `
    const list = () => [...new Set(Object.keys(require.cache).map((f) => /node_modules\\/((@[^/]+\\/)?[^/]+)/.exec(f)?.[1]))];
    process.chdir(${JSON.stringify(outdir)});
    require(${JSON.stringify(join(ROOT, program))});
    process.stdout.write(JSON.stringify(list()));
  `;
  try {
    const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(child.status, 0, child.stderr);
    return JSON.parse(child.stdout);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe('loading', () => {
  it('the constructs takes cdk8s and neither Pulumi, cdk8s-plus nor a check that is not asked for', () => {
    const packages = loadedPackages('constructs/index.ts');

    assert.ok(packages.includes('cdk8s'));
    assert.deepEqual(
      packages.filter((name) => /pulumi|cdk8s-plus|js-yaml|cel/.test(name ?? '')),
      [],
    );
  });

  it('and writing an example takes no Pulumi package', () => {
    const packages = loadedPackages('examples/homelab/main.ts');

    assert.ok(packages.includes('cdk8s-plus-28'));
    assert.deepEqual(
      packages.filter((name) => /pulumi/.test(name ?? '')),
      [],
    );
  });
});
