import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { EXAMPLES } from '../support/examples';
import { at } from '../support/fleets';
import { ROOT } from '../support/import-graph';
import { runMocked } from '../support/pulumi-mocks';

/** Stack files of an example by the names of their stacks, with their configuration. */
function stacksOf(example: string): Record<string, Record<string, string>> {
  const stacks: Record<string, Record<string, string>> = {};
  for (const file of readdirSync(folderOf(example))) {
    const [, name] = /^Pulumi\.(.+)\.yaml$/.exec(file) ?? [];
    if (name !== undefined) stacks[name] = configOf(join(folderOf(example), file));
  }
  return stacks;
}

function configOf(file: string): Record<string, string> {
  const config = at(load(readFileSync(file, 'utf8')), 'config');
  return Object.fromEntries(
    Object.entries(Object(config)).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function folderOf(example: string): string {
  return join(ROOT, 'examples', example);
}

/** Names of the resources in the clouds that a preview of an example shows. */
async function previewed(example: string, config: Record<string, string>): Promise<string[]> {
  const before = process.env.PULUMI_CONFIG;
  process.env.PULUMI_CONFIG = '{}';
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(folderOf(example))) delete require.cache[file];
  }
  try {
    const main = join(folderOf(example), 'main.ts');
    const { resources } = await runMocked(() => require(main), { config, preview: true });
    const made = Object.entries(resources).filter(([, { type }]) => type.startsWith('openstack:'));
    return made.map(([name]) => name).sort();
  } finally {
    if (before === undefined) delete process.env.PULUMI_CONFIG;
    else process.env.PULUMI_CONFIG = before;
  }
}

const WITH_STACKS = EXAMPLES.filter((name) => existsSync(join(folderOf(name), 'Pulumi.yaml')));

describe('stacks of examples', function () {
  this.timeout(180_000);

  it('are those of three examples', () => {
    assert.deepEqual(WITH_STACKS, ['homelab', 'provisioned', 'suppliers']);
  });

  for (const example of WITH_STACKS) {
    it(`${example} is the main program of its project, and looks at the cloud each time`, () => {
      const project = load(readFileSync(join(folderOf(example), 'Pulumi.yaml'), 'utf8'));

      assert.equal(at(project, 'name'), example);
      assert.equal(at(project, 'main'), 'main.ts');
      assert.deepEqual(at(project, 'options'), { refresh: 'always' });
    });

    it(`${example} has everything in one of its stacks, and nothing in two`, async () => {
      const parts: string[] = [];
      for (const config of Object.values(stacksOf(example))) {
        parts.push(...(await previewed(example, config)));
      }

      const clouds = { nordwolke: 'one', rheincloud: 'two' };
      const whole = { 'capi-fleet:cloudEntries': JSON.stringify(clouds) };
      assert.deepEqual(parts.sort(), await previewed(example, whole));
    });
  }

  it('homelab holds the key pair alone', async () => {
    const { 'cloud-homelab': config = {} } = stacksOf('homelab');

    assert.deepEqual(await previewed('homelab', config), ['homelab/key-pair-homelab']);
  });

  it('suppliers has a stack for each cloud, with a server group for each control plane', async () => {
    const { nordwolke = {}, rheincloud = {} } = stacksOf('suppliers');

    assert.deepEqual(await previewed('suppliers', nordwolke), [
      'control-nordwolke/batch-north/server-group-control-plane',
      'control-nordwolke/render-north/server-group-control-plane',
      'nordwolke/key-pair-operators',
    ]);
    assert.deepEqual(await previewed('suppliers', rheincloud), [
      'control-rheincloud/render-rhine/server-group-control-plane',
      'control-rheincloud/stage-rhine/server-group-control-plane',
      'rheincloud/key-pair-operators',
    ]);
  });

  it('provisioned has a stack for its cloud and one for each cluster', () => {
    assert.deepEqual(Object.keys(stacksOf('provisioned')), ['cloud-rented', 'shop-stage', 'shop']);
  });

  it('have no addresses before they have been brought up', () => {
    const files = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' });

    assert.deepEqual(
      files.filter((file) => file.includes('hand-over')),
      [],
    );
  });
});
