import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { load } from 'js-yaml';
import ts from 'typescript';
import { projectOf } from '../../../lib/cli/pulumi-project';
import manifest from '../../../package.json';
import { treeOf } from '../../support/examples';
import { ROOT } from '../../support/import-graph';
import { INIT_CHOICES, writeProjects } from '../../support/new-projects';

/** Settings by which programs of new projects use the library from its sources. */
const PATHS = { 'capi-fleet': [join(ROOT, 'constructs/index.ts')] };

describe('project of init', function () {
  this.timeout(120_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'init-'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    writeFileSync(
      join(folder, 'paths.json'),
      JSON.stringify({ compilerOptions: { module: 'nodenext', paths: PATHS } }),
    );
    writeProjects(folder);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  function node(project: string, ...args: readonly string[]): SpawnSyncReturns<string> {
    const { NODE_TEST_CONTEXT: _context, CDK8S_OUTDIR: _outdir, ...env } = process.env;
    return spawnSync(process.execPath, ['--import', 'tsx', ...args], {
      cwd: join(folder, project),
      env: { ...env, TSX_TSCONFIG_PATH: join(folder, 'paths.json') },
      encoding: 'utf8',
    });
  }

  it('has no type errors, and imports nothing that it does not use', () => {
    const { config } = ts.readConfigFile(join(folder, 'laptop/tsconfig.json'), (file) =>
      readFileSync(file, 'utf8'),
    );
    const { options, errors } = ts.convertCompilerOptionsFromJson(config.compilerOptions, folder);
    const files = INIT_CHOICES.flatMap(({ name }) =>
      ['fleet.ts', 'clusters.ts', 'test/fleet.test.ts'].map((file) => join(folder, name, file)),
    );
    const program = ts.createProgram(files, { ...options, paths: PATHS, noUnusedLocals: true });
    const own = program
      .getSourceFiles()
      .filter(({ fileName }) => files.includes(fileName.replaceAll('/', sep)));

    const found = own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);

    assert.deepEqual(errors, []);
    assert.equal(own.length, files.length);
    assert.equal(ts.formatDiagnostics(found, formatHost(folder)), '');
  });

  it('writes manifests, whichever infrastructure is chosen', () => {
    const folders = INIT_CHOICES.map(({ name }) => join(folder, name));
    const script = `for (const folder of ${JSON.stringify(folders)}) {
      process.chdir(folder);
      require(folder + '/fleet.ts');
    }`;

    const child = node('.', '-e', script);

    assert.equal(child.status, 0, child.stderr);
    for (const one of folders) {
      const written = Object.keys(treeOf(join(one, 'manifests')));
      assert.ok(
        written.some((file) => /^\w+\/\w+\/cluster\.yaml$/.test(file)),
        `${one}: ${written}`,
      );
    }
  });

  it('passes its own test', () => {
    const child = node('openstack-pulumi', '--test', 'test/fleet.test.ts');

    assert.equal(child.status, 0, child.stdout);
    assert.match(child.stdout, /^# pass 2$/m);
  });

  it('fails its own test without a network plugin, and with a mistake', () => {
    const file = join(folder, 'laptop/clusters.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/new CalicoJob[\s\S]*?\n {2}\}\);/, ''));
    const without = node('laptop', '--test', 'test/fleet.test.ts');
    writeFileSync(file, text.replace("'1.34.0'", "'1.34'"));
    const mistaken = node('laptop', '--test', 'test/fleet.test.ts');
    writeFileSync(file, text);

    assert.equal(without.status, 1);
    assert.match(without.stdout, /kind\/first has no network plugin/);
    assert.equal(mistaken.status, 1);
    assert.match(mistaken.stdout, /kubernetesVersion is "1\.34"/);
  });

  it('depends on this version of the library and on its peers', () => {
    const { name, private: isPrivate, dependencies } = packageOf('openstack-pulumi');

    assert.deepEqual({ name, isPrivate }, { name: 'openstack-pulumi', isPrivate: true });
    assert.deepEqual(dependencies, {
      'capi-fleet': `^${manifest.version}`,
      ...manifest.peerDependencies,
    });
    assert.deepEqual(
      Object.keys(packageOf('openstack').dependencies).filter((one) => one.startsWith('@pulumi/')),
      [],
    );
  });

  it('has a workflow whose commands there are', () => {
    const { scripts } = packageOf('laptop');
    const text = readFileSync(join(folder, 'laptop/.github/workflows/ci.yaml'), 'utf8');
    const workflow = load(text) as {
      jobs: { fleet: { steps: readonly { readonly run?: string }[] } };
    };
    const commands = workflow.jobs.fleet.steps.flatMap(({ run }) => run ?? []);

    assert.deepEqual(commands, [
      'npm ci',
      'npm run typecheck',
      'npm test',
      'npm run synth',
      'git diff --exit-code',
    ]);
    for (const script of ['typecheck', 'test', 'synth']) assert.ok(script in scripts, script);
  });

  it('has the files of Pulumi and of kind only where they are used', () => {
    const having = (file: string) =>
      INIT_CHOICES.map(({ name }) => name).filter((name) => existsSync(join(folder, name, file)));

    assert.deepEqual(having('Pulumi.yaml'), ['openstack-pulumi']);
    assert.deepEqual(having('kind.yaml'), ['laptop']);
    const settings = readFileSync(join(folder, 'openstack-pulumi/Pulumi.yaml'), 'utf8');
    assert.deepEqual(load(settings), {
      name: 'openstack-pulumi',
      description: 'Networks and security groups of the clusters',
      main: 'fleet.ts',
      runtime: { name: 'nodejs', options: { typescript: false, nodeargs: '--import tsx' } },
      options: { refresh: 'always' },
    });
    const project = join(folder, 'openstack-pulumi');
    assert.deepEqual(projectOf(join(project, 'fleet.ts')), { folder: project });
  });

  function packageOf(project: string) {
    return JSON.parse(readFileSync(join(folder, project, 'package.json'), 'utf8'));
  }
});

function formatHost(folder: string): ts.FormatDiagnosticsHost {
  return {
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (file) => file,
    getNewLine: () => '\n',
  };
}
