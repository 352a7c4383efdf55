import assert from 'node:assert/strict';
import { runtime } from '@pulumi/pulumi';
import {
  configError,
  readStackConfig,
  type StackConfig,
} from '../../../../lib/provision/pulumi/stack-config';

const DEFAULTS: StackConfig = {
  apply: false,
  wait: true,
  deleteUsed: false,
  preflight: true,
  cloudEntries: {},
  contexts: {},
};

async function read(config: Readonly<Record<string, string>>): Promise<StackConfig> {
  const unexpected = () => assert.fail('reading configuration makes nothing');
  await runtime.setMocks({ call: unexpected, newResource: unexpected });
  const entries = Object.entries(config).map(([key, value]) => [`capi-fleet:${key}`, value]);
  runtime.setAllConfig(Object.fromEntries(entries));
  try {
    return readStackConfig();
  } finally {
    runtime.setAllConfig({});
  }
}

describe('stack configuration', () => {
  it('has a default for everything', async () => {
    assert.deepEqual(await read({}), DEFAULTS);
  });

  it('takes names as a list or separated by commas', async () => {
    assert.deepEqual(await read({ clusters: 'prod, stage', clouds: '["north"]' }), {
      ...DEFAULTS,
      clusters: ['prod', 'stage'],
      clouds: ['north'],
    });
    assert.deepEqual((await read({ clusters: '[]' })).clusters, []);
  });

  it('takes every other key', async () => {
    const config = {
      rotation: '2026-07',
      apply: 'true',
      wait: 'false',
      deleteUsed: 'true',
      preflight: 'false',
      cloudEntries: '{"north":"nordwolke"}',
      contexts: '{"mothership":"admin@mothership"}',
    };

    assert.deepEqual(await read(config), {
      rotation: '2026-07',
      apply: true,
      wait: false,
      deleteUsed: true,
      preflight: false,
      cloudEntries: { north: 'nordwolke' },
      contexts: { mothership: 'admin@mothership' },
    });
  });

  const refused: Readonly<Record<string, readonly [key: string, value: string, message: string]>> =
    {
      'a list that is none': [
        'clusters',
        '["prod"',
        'capi-fleet:clusters is "[\\"prod\\""\n' +
          '  allowed: names, separated by commas\n' +
          '  fix: pulumi config set capi-fleet:clusters one,two',
      ],
      'a list of something else': [
        'clouds',
        '[1]',
        'capi-fleet:clouds is "[1]"\n' +
          '  allowed: names, separated by commas\n' +
          '  fix: pulumi config set capi-fleet:clouds one,two',
      ],
      'a flag that is none': [
        'apply',
        'yes',
        'capi-fleet:apply is "yes"\n' +
          '  allowed: true or false\n' +
          '  fix: pulumi config set capi-fleet:apply false',
      ],
      'a rotation that fits no name': [
        'rotation',
        'a b',
        'capi-fleet:rotation is "a b"\n' +
          '  allowed: up to 63 letters, digits, dots, dashes and underscores\n' +
          '  fix: pulumi config set capi-fleet:rotation 2',
      ],
      'entries that are a name': [
        'cloudEntries',
        'north',
        'capi-fleet:cloudEntries is "north"\n' +
          '  allowed: an entry of clouds.yaml for each name\n' +
          '  fix: pulumi config set --path capi-fleet:cloudEntries.homelab name',
      ],
      'contexts that are no texts': [
        'contexts',
        '{"mothership":1}',
        'capi-fleet:contexts is "{\\"mothership\\":1}"\n' +
          '  allowed: a context of the kubeconfig for each name\n' +
          '  fix: pulumi config set --path capi-fleet:contexts.mothership name',
      ],
    };
  for (const [what, [key, value, message]] of Object.entries(refused)) {
    it(`refuses ${what}, with the command that sets another value`, async () => {
      await assert.rejects(read({ [key]: value }), { message });
    });
  }

  it('says of a missing value that it is missing', () => {
    assert.equal(
      configError('program', undefined, 'a file', 'capi-fleet:program fleet.ts').message,
      'capi-fleet:program is missing\n' +
        '  allowed: a file\n' +
        '  fix: pulumi config set capi-fleet:program fleet.ts',
    );
  });
});
