import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devDependencies } from '../../package.json';
import { INSTALL, packLibrary, runIn } from '../support/packed-library';
import { RECIPES } from '../support/recipes';

const PROGRAM = `
import { ClusterNetwork, CloudCredentials, Fleet, MachineImage, ManagementCluster, OpenStackCloud, Providers, WorkloadCluster } from 'capi-fleet';

export const fleet = new Fleet({ outdir: 'clusters' });
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('cloud-config'),
  flavors: { small: { cpus: 2, memory: '4Gi', disk: '20Gi' } },
});
const mothership = new ManagementCluster(fleet, 'mothership', { providers: Providers.stable('1.13') });
const cluster = new WorkloadCluster(mothership, 'packed', {
  cloud,
  kubernetesVersion: '1.32.4',
  image: MachineImage.fromName('ubuntu'),
  network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24' }),
  controlPlane: { flavor: 'small' },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});
cluster.addNodePool('workers', { flavor: 'small', replicas: 2 });
fleet.run();
`;

const TESTS = `
import assert from 'node:assert';
import { test } from 'node:test';
import { assertObject, assertSound, loadProgram, mockDeploy, snapshotOf } from 'capi-fleet/testing';

test('the fleet', async () => {
  const { fleet } = await loadProgram(() => import('./main.js'));

  assertSound(fleet);
  assertObject(fleet, { kind: 'MachineDeployment', name: 'packed-workers' }, { spec: { replicas: 2 } });
  assert.match(snapshotOf(fleet), /name: packed-workers-<hash>/);
  await assert.rejects(mockDeploy(fleet), /npm install --save-dev @pulumi/);
});
`;

describe('package', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'packed-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('installs, compiles and synthesises in a project of its own', function () {
    this.timeout(180_000);
    const project = join(folder, 'project');
    const tarball = packLibrary(join(folder, 'stage'));
    const { cdk8s, 'cdk8s-plus-28': plus, constructs, typescript } = devDependencies;
    mkdirSync(project);
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({
        private: true,
        dependencies: {
          'capi-fleet': `file:${tarball}`,
          cdk8s,
          'cdk8s-plus-28': plus,
          constructs,
          typescript,
          '@types/node': devDependencies['@types/node'],
        },
      }),
    );
    runIn(project, 'npm', ...INSTALL);
    writeFileSync(join(project, 'main.ts'), PROGRAM);
    const settings = {
      strict: true,
      module: 'node16',
      target: 'es2022',
      types: ['node'],
      skipLibCheck: false,
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings }));

    runIn(project, 'npx', 'tsc');
    runIn(project, process.execPath, 'main.js');

    const files = readdirSync(join(project, 'clusters/mothership/packed')).sort();
    assert.deepEqual(files, ['cluster.yaml', 'kustomization.yaml', 'pools.yaml']);
    assert.deepEqual(
      readdirSync(join(project, 'node_modules')).filter((name) => name === '@pulumi'),
      [],
    );
    const resolve = "process.stdout.write(require.resolve('capi-fleet/pulumi'))";
    assert.ok(existsSync(runIn(project, process.execPath, '-e', resolve)));
    const plugin = (name: string) => `process.stdout.write(require('${name}').FleetRules.name)`;
    for (const name of ['capi-fleet/validation', './node_modules/capi-fleet/dist/lib/validation']) {
      assert.equal(runIn(project, process.execPath, '-e', plugin(name)), 'FleetRules');
    }
    assert.match(
      runIn(project, 'npx', 'capi-fleet', '--help'),
      /^Usage: capi-fleet \[options\] \[command\]$/m,
    );
  });

  it('is imported by ES modules in TypeScript', () => {
    const project = join(folder, 'project');
    writeFileSync(join(project, 'esm.mts'), PROGRAM.replace("'clusters'", "'esm'"));
    const compilerOptions = {
      strict: true,
      module: 'nodenext',
      target: 'es2022',
      types: ['node'],
      skipLibCheck: false,
    };
    const settings = { compilerOptions, files: ['esm.mts'] };
    writeFileSync(join(project, 'tsconfig.esm.json'), JSON.stringify(settings));

    runIn(project, 'npx', 'tsc', '-p', 'tsconfig.esm.json');
    runIn(project, process.execPath, 'esm.mjs');

    assert.ok(existsSync(join(project, 'esm/mothership/packed/cluster.yaml')));
  });

  it('needs cdk8s-plus-28 only for addons that it writes', () => {
    const project = join(folder, 'project');
    const plus = join(project, 'node_modules/cdk8s-plus-28');
    const addon = 'cluster.addAddon(Addon.openStackCloudControllerManager());\nfleet.run();';
    const withAddon = PROGRAM.replace('fleet.run();', addon).replace('Fleet,', 'Addon, Fleet,');
    writeFileSync(join(project, 'addon.ts'), withAddon.replace(", 'cloud-controller-manager'", ''));
    runIn(project, 'npx', 'tsc');
    renameSync(plus, `${plus}-away`);
    try {
      runIn(project, process.execPath, 'main.js');
      const { status, stderr } = spawnSync(process.execPath, ['addon.js'], {
        cwd: project,
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      assert.match(stderr, /needs the package cdk8s-plus-28 \(fix: npm install cdk8s-plus-28, or/);
    } finally {
      renameSync(`${plus}-away`, plus);
      rmSync(join(project, 'addon.ts'));
    }
  });

  it('has helpers for tests, which need no test runner, and neither write nor load Pulumi', () => {
    const project = join(folder, 'project');
    writeFileSync(join(project, 'fleet.test.ts'), TESTS);
    rmSync(join(project, 'clusters'), { recursive: true });

    runIn(project, 'npx', 'tsc');
    runIn(project, process.execPath, '--test', 'fleet.test.js');

    assert.ok(!existsSync(join(project, 'clusters')));
  });

  it('has recipes that compile and synthesise as they are, with their pages', function () {
    this.timeout(180_000);
    const project = join(folder, 'project');
    const shipped = join(project, 'node_modules/capi-fleet');
    cpSync(join(shipped, 'recipes'), join(project, 'recipes'), { recursive: true });

    runIn(project, 'npx', 'tsc');

    for (const recipe of RECIPES) {
      runIn(project, process.execPath, join('recipes', `${recipe}.js`));
      assert.ok(existsSync(join(project, 'build', recipe, 'control/kustomization.yaml')), recipe);
      assert.ok(existsSync(join(shipped, 'docs/recipes', `${recipe}.md`)), recipe);
    }
  });

  it('is one file, which programs that are ES modules load by name too', () => {
    const project = join(folder, 'project');
    const own = 'Object.keys(require.cache).filter((file) => /capi-fleet.dist/.test(file))';
    const count = `require('capi-fleet'); process.stdout.write(String(${own}.length))`;
    assert.equal(runIn(project, process.execPath, '-e', count), '2');

    const named = "import { Fleet } from 'capi-fleet'; process.stdout.write(Fleet.name);";
    writeFileSync(join(project, 'main.mjs'), named);
    assert.equal(runIn(project, process.execPath, 'main.mjs'), 'Fleet');
  });
});
