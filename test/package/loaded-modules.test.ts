import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/import-graph';

/** Packages that a program loads. */
function loadedPackages(program: string): readonly (string | undefined)[] {
  const files = loadedFiles(program);
  return [...new Set(files.map((file) => /node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)?.[1]))];
}

/** Files that a program loads, by running it in a process of its own. */
function loadedFiles(program: string): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'fleet-'));
  const script = `
    process.chdir(${JSON.stringify(outdir)});
    require(${JSON.stringify(join(ROOT, program))});
    process.stdout.write(JSON.stringify(Object.keys(require.cache)));
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

  it('the helpers for tests takes neither Pulumi nor a test runner', () => {
    const packages = loadedPackages('lib/testing/index.ts');

    assert.deepEqual(
      packages.filter((name) => /pulumi|mocha|jest|vitest|js-yaml/.test(name ?? '')),
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

  it('and writing an example takes no schemas but those of what runs there', () => {
    const schemas = loadedFiles('examples/homelab/main.ts').flatMap(
      (file) => /lib\/schema\/generated\/(.+)\.generated\.ts$/.exec(file)?.[1] ?? [],
    );

    assert.deepEqual(schemas.sort(), [
      'cluster-api-openstack-v0.12.4',
      'cluster-api-v1.10.5',
      'index',
      'kubeadm-bootstrap-v1.10.5',
      'kubeadm-control-plane-v1.10.5',
    ]);
  });
});
