import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump, load } from 'js-yaml';

import { type CloudSnapshot, differences, snapshot } from '../support/cloud-snapshot';
import { stockCloud } from '../support/cloud-stock';
import { at } from '../support/fleets';
import { REPOSITORY, run } from '../support/lab';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';

/** What the programs take for granted, but for the only external network, which the lab has. */
const STOCK = {
  flavors: {
    'm1.k8s-master': [4, 8192, 30],
    'm1.k8s-worker': [4, 8192, 30],
    'm1.k8s-worker-small': [2, 4096, 30],
    'c2.medium': [4, 8192, 40],
    'c4.xlarge': [8, 32_768, 80],
    'g1.a100': [24, 184_320, 400],
  },
  images: ['ubuntu-2204-kube-v1.32.4', 'ubuntu-2404-kube-v1.34.2'],
} as const;

interface ExampleStack {
  readonly name: string;
  /** Number of what it makes in the cloud. */
  readonly makes: number;
  /** Configuration for the lab. */
  readonly config?: readonly [key: string, value: string];
}

// The lab has one availability zone, and these clouds have others.
const OTHER_ZONES = ['capi-fleet:preflight', 'false'] as const;

/** Stacks that stand in one cloud, in the order of their making. */
const CLOUDS: Readonly<Record<string, readonly [example: string, ...stacks: ExampleStack[]]>> = {
  homelab: ['homelab', { name: 'cloud-homelab', makes: 1 }],
  rented: [
    'provisioned',
    { name: 'cloud-rented', makes: 1 },
    { name: 'shop', makes: 35 },
    { name: 'shop-stage', makes: 35 },
  ],
  nordwolke: ['suppliers', { name: 'nordwolke', makes: 3, config: OTHER_ZONES }],
  rheincloud: ['suppliers', { name: 'rheincloud', makes: 3, config: OTHER_ZONES }],
};

describe('pulumi up of the examples', () => {
  let cloud: OpenStackLab;
  let pulumi: PulumiLab;
  let removeStock: () => Promise<void> = async () => undefined;
  let empty: CloudSnapshot;

  before(async function () {
    this.timeout(0);
    cloud = await openStackOrSkip(this);
    removeStock = await stockCloud(cloud.cloudsFile, STOCK);
    pulumi = pulumiOrSkip(this, cloud);
    copyPrograms();
    empty = await look();
  });

  after(async () => {
    pulumi?.remove();
    await removeStock();
  });

  it('has every stack of every example', () => {
    const files = readdirSync(join(REPOSITORY, 'examples'), { recursive: true, encoding: 'utf8' });
    const stacks = files.flatMap((file) => /Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
    const here = Object.values(CLOUDS).flatMap(([, ...all]) => all.map(({ name }) => name));
    assert.deepEqual(stacks.sort(), here.sort());
  });

  for (const [name, [example, ...stacks]] of Object.entries(CLOUDS)) {
    describe(`with ${name}`, () => {
      for (const { name: stack, makes, config } of stacks) {
        it(`makes all of ${stack}`, async () => {
          await inExample(example, ['stack', 'init', stack]);
          if (config !== undefined) await inExample(example, ['config', 'set', ...config]);
          await inExample(example, ['up', '--yes', '--skip-preview']);
          assert.equal(await resourcesIn(example), makes);
        });
      }

      it('finds nothing to do then', async () => {
        const before = await look();
        for (const { name: stack } of stacks) {
          const flags = ['--stack', stack, '--yes', '--skip-preview', '--expect-no-changes'];
          await inExample(example, ['refresh', ...flags]);
          await inExample(example, ['up', ...flags]);
        }
        assert.deepEqual(differences(before, await look()), []);
      });

      it('leaves nothing behind when it is destroyed', async () => {
        for (const { name: stack } of [...stacks].reverse()) {
          await inExample(example, [
            'destroy',
            '--yes',
            '--skip-preview',
            '--run-program',
            '--stack',
            stack,
          ]);
        }
        assert.deepEqual(differences(empty, await look()), []);
      });
    });
  }

  /** Programs write hand-over files beside themselves, so that copies run, on the library where it is. */
  function copyPrograms(): void {
    cpSync(join(REPOSITORY, 'examples'), join(pulumi.folder, 'examples'), { recursive: true });
    for (const name of ['constructs', 'lib', 'stacks', 'node_modules', 'package.json']) {
      symlinkSync(join(REPOSITORY, name), join(pulumi.folder, name));
    }
    const clouds = Object(load(readFileSync(cloud.cloudsFile, 'utf8'))).clouds;
    const entries = { demo: clouds.demo, nordwolke: clouds.demo, rheincloud: clouds.demo };
    mkdirSync(dirname(cloudsFile()), { recursive: true });
    writeFileSync(cloudsFile(), dump({ clouds: entries }));
  }

  async function inExample(example: string, args: readonly string[]): Promise<string> {
    const cwd = join(pulumi.folder, 'examples', example);
    const env = { ...pulumi.env, OS_CLIENT_CONFIG_FILE: cloudsFile() };
    const { code, stdout, stderr } = await run('pulumi', [...args, '--non-interactive'], {
      cwd,
      env,
    });
    assert.equal(code, 0, `${args.join(' ')}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** Number of what the selected stack of an example has in the cloud. */
  async function resourcesIn(example: string): Promise<number> {
    const state: unknown = JSON.parse(await inExample(example, ['stack', 'export']));
    const resources = at(state, 'deployment.resources');
    assert.ok(Array.isArray(resources));
    return resources.filter(({ type }) => /^openstack:/.test(type)).length;
  }

  function cloudsFile(): string {
    return join(pulumi.folder, 'clouds/clouds.yaml');
  }

  function look(): Promise<CloudSnapshot> {
    return snapshot(cloud.cloudsFile);
  }
});
