import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../lib/package/bundle';
import { ROOT } from '../support/import-graph';

const PROGRAM = `
import { ClusterNetwork, CloudCredentials, Fleet, MachineImage, ManagementCluster, OpenStackCloud, Providers, WorkloadCluster } from 'capi-fleet';

const fleet = new Fleet({ outdir: 'clusters' });
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('cloud-config'),
  flavors: { small: { cpus: 2, memory: '4Gi', disk: '20Gi' } },
});
const mothership = new ManagementCluster(fleet, 'mothership', { providers: Providers.stable('1.13') });
const cluster = new WorkloadCluster(mothership, 'packed', {
  cloud,
  kubernetesVersion: '1.32.4',
  image: MachineImage.named('ubuntu'),
  network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24' }),
  controlPlane: { flavor: 'small' },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});
cluster.addNodePool('workers', { flavor: 'small', replicas: 2 });
fleet.run();
`;

describe('package', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'packed-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  function run(command: string, args: readonly string[], cwd: string): string {
    const child = spawnSync(command, args, { cwd, encoding: 'utf8' });
    assert.equal(child.status, 0, `${command} ${args.join(' ')}\n${child.stdout}${child.stderr}`);
    return child.stdout;
  }

  it('installs, compiles and synthesises in a project of its own', function () {
    this.timeout(180_000);
    const stage = join(folder, 'stage');
    const project = join(folder, 'project');
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    mkdirSync(stage);
    mkdirSync(project);
    run('npx', ['tsc', '-p', 'tsconfig.build.json', '--outDir', join(stage, 'dist')], ROOT);
    symlinkSync(join(ROOT, 'node_modules'), join(stage, 'node_modules'));
    bundle(join(stage, 'dist'));
    delete manifest.scripts;
    writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest));
    const tarball = run('npm', ['pack', '--silent'], stage).trim();
    const { devDependencies } = manifest;
    const pinned = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'typescript', '@types/node'];
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({
        private: true,
        dependencies: {
          'capi-fleet': `file:../stage/${tarball}`,
          ...Object.fromEntries(pinned.map((name) => [name, devDependencies[name]])),
        },
      }),
    );
    run(
      'npm',
      ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
      project,
    );
    writeFileSync(join(project, 'main.ts'), PROGRAM);
    const settings = {
      strict: true,
      module: 'node16',
      target: 'es2022',
      types: ['node'],
      skipLibCheck: false,
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings }));

    run('npx', ['tsc'], project);
    run(process.execPath, ['main.js'], project);

    const files = readdirSync(join(project, 'clusters/mothership/packed')).sort();
    assert.deepEqual(files, ['cluster.yaml', 'kustomization.yaml', 'pools.yaml']);
    assert.deepEqual(
      readdirSync(join(project, 'node_modules')).filter((name) => name === '@pulumi'),
      [],
    );
    const resolve = "process.stdout.write(require.resolve('capi-fleet/pulumi'))";
    assert.ok(existsSync(run(process.execPath, ['-e', resolve], project)));
    const plugin = (name: string) => `process.stdout.write(require('${name}').FleetRules.name)`;
    for (const name of ['capi-fleet/validation', './node_modules/capi-fleet/dist/lib/validation']) {
      assert.equal(run(process.execPath, ['-e', plugin(name)], project), 'FleetRules');
    }
    assert.match(run('npx', ['capi-fleet', '--help'], project), /usage: capi-fleet COMMAND/);
  });

  it('is one file, which programs that are ES modules load by name too', () => {
    const project = join(folder, 'project');
    const own = 'Object.keys(require.cache).filter((file) => /capi-fleet.dist/.test(file))';
    const count = `require('capi-fleet'); process.stdout.write(String(${own}.length))`;
    assert.equal(run(process.execPath, ['-e', count], project), '2');

    const named = "import { Fleet } from 'capi-fleet'; process.stdout.write(Fleet.name);";
    writeFileSync(join(project, 'main.mjs'), named);
    assert.equal(run(process.execPath, ['main.mjs'], project), 'Fleet');
  });
});
