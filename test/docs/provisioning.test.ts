import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtime } from '@pulumi/pulumi';
import { readStackConfig } from '../../lib/provision/pulumi/stack-config';
import { ROOT } from '../support/import-graph';

/** Row of the page's table of configuration keys. */
interface KeyRow {
  readonly key: string;
  /** Default as it is written, between backticks where it is a value. */
  readonly usual: string;
  readonly example: string;
}

const page = readFileSync(join(ROOT, 'docs/provisioning.md'), 'utf8');
const source = readFileSync(join(ROOT, 'lib/provision/pulumi/stack-config.ts'), 'utf8');

const rows: readonly KeyRow[] = [
  ...page.matchAll(/^\| `capi-fleet:(\w+)` \| (.*?) ?\| `(.*?)` \| .+ \|$/gm),
].map(([, key = '', usual = '', example = '']) => ({ key, usual, example }));

/** Configuration of a stack with some values. */
async function configured(values: Readonly<Record<string, string>>): Promise<object> {
  const unexpected = () => assert.fail('reading configuration makes nothing');
  await runtime.setMocks({ call: unexpected, newResource: unexpected });
  runtime.setAllConfig({ ...values });
  try {
    return readStackConfig();
  } finally {
    runtime.setAllConfig({});
  }
}

describe('page on provisioning', () => {
  it('has every key of the configuration of a stack, and no other', () => {
    const [, members = ''] = /interface StackConfig \{([\s\S]*?)\n\}/.exec(source) ?? [];
    const keys = [...members.matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name);

    assert.deepEqual(rows.map(({ key }) => key).sort(), [...keys, 'program'].sort());
  });

  it('gives the defaults that are in force', async () => {
    const inForce = await configured({});

    for (const { key, usual } of rows) {
      const [, flag] = /^`(true|false)`$/.exec(usual) ?? [];
      const value: unknown = Reflect.get(inForce, key);
      assert.equal(typeof value === 'boolean' ? String(value) : undefined, flag, key);
    }
  });

  it('has examples that the configuration takes', async () => {
    for (const { key, example } of rows) {
      const config = await configured({ [`capi-fleet:${key}`]: example });
      const value: unknown = Reflect.get(config, key);
      const text =
        typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value;
      if (key !== 'program') assert.equal(String(text), example, key);
    }
  });

  it('shows a hand-over file that can be read', () => {
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];

    assert.deepEqual(Object.keys(JSON.parse(block).clusters), ['mothership/prod-eu']);
  });
});
