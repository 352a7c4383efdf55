import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { version } from '../../package.json';
import { ROOT } from '../support/import-graph';
import { INIT_CHOICES } from '../support/new-projects';
import { INSTALL, packCreate, packLibrary, runIn } from '../support/packed-library';

/** Steps of the workflow in a new project. */
interface Workflow {
  readonly jobs: { readonly fleet: { readonly steps: readonly { readonly run?: string }[] } };
}

describe('new project', () => {
  let folder = '';
  let home = '';
  let library = '';

  before(function () {
    this.timeout(240_000);
    folder = mkdtempSync(join(tmpdir(), 'init-'));
    home = join(folder, 'home');
    library = `file:${packLibrary(join(folder, 'stage'))}`;
    mkdirSync(home);
    const dependencies = {
      'capi-fleet': library,
      'create-capi-fleet': `file:${packCreate(folder)}`,
    };
    writePackage(home, { private: true, dependencies });
    runIn(home, 'npm', ...INSTALL);
    INIT_CHOICES.forEach(({ name, options }, index) => {
      const words =
        index % 2 === 0 ? ['create', 'capi-fleet', '--'] : ['exec', 'capi-fleet', '--', 'init'];
      const printed = runIn(home, 'npm', ...words, `projects/${name}`, ...options);
      assert.match(printed, new RegExp(`^ {2}cd projects/${name}\n {2}npm install$`, 'm'));
    });
    // As workspaces, projects get what their own package.json asks for, and share what is the same.
    writePackage(home, { private: true, dependencies, workspaces: ['projects/*'] });
    runIn(home, 'npm', ...INSTALL);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const { name } of INIT_CHOICES) {
    it(`passes its workflow: ${name}`, () => {
      const project = join(home, 'projects', name);
      runIn(project, 'npm', 'run', 'synth');
      runIn(project, 'git', 'init', '--quiet');
      runIn(project, 'git', 'add', '.');
      const ignored = runIn(project, 'git', 'status', '--short', '--ignored=matching');

      for (const command of commandsOf(project)) runIn(project, 'sh', '-c', command);

      assert.doesNotMatch(ignored, /^\?\?/m);
      assert.match(runIn(project, 'git', 'ls-files'), /^manifests\/\w+\/\w+\/cluster\.yaml$/m);
    });
  }

  it('installs by itself, and from its lockfile', () => {
    const project = join(folder, 'alone');
    cpSync(join(home, 'projects/laptop'), project, {
      recursive: true,
      filter: (source) => !source.endsWith('node_modules'),
    });
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    assert.equal(manifest.dependencies['capi-fleet'], `^${version}`);
    manifest.dependencies['capi-fleet'] = library;
    writePackage(project, manifest);

    runIn(project, 'npm', ...INSTALL);
    runIn(project, 'npm', 'ci', ...INSTALL.slice(1));
    runIn(project, 'npm', 'run', 'check');

    assert.ok(!readdirSync(join(project, 'node_modules')).includes('@pulumi'));
  });

  it('is synthesised by cdk8s too', () => {
    const project = join(home, 'projects/laptop');
    const cdk8s = join(ROOT, 'node_modules/.bin/cdk8s');

    const printed = runIn(project, cdk8s, 'synth', '--check-upgrade=false');

    assert.match(printed, /kind\/first\/cluster\.yaml/);
    assert.match(runIn(project, 'git', 'status', '--short', '--ignored'), /^!! build\/$/m);
  });

  it('plans offline what Pulumi will provision', () => {
    const project = join(home, 'projects/openstack-pulumi');

    assert.match(runIn(project, 'npm', 'run', 'plan'), /management-prod/);
    assert.ok(existsSync(join(home, 'node_modules/@pulumi/openstack')));
  });
});

/** Commands of a project's workflow, except for the installation. */
function commandsOf(project: string): readonly string[] {
  const text = readFileSync(join(project, '.github/workflows/ci.yaml'), 'utf8');
  const { jobs } = load(text) as Workflow;
  const commands = jobs.fleet.steps.flatMap(({ run }) => run ?? []);
  assert.equal(commands[0], 'npm ci');
  return commands.slice(1);
}

function writePackage(folder: string, manifest: object): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}
