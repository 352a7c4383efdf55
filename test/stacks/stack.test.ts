import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runtime } from '@pulumi/pulumi';
import { ROOT } from '../support/import-graph';

describe('stack', () => {
  const config = process.env.PULUMI_CONFIG;
  before(() => {
    process.env.PULUMI_CONFIG = '{}';
  });
  after(() => {
    if (config === undefined) delete process.env.PULUMI_CONFIG;
    else process.env.PULUMI_CONFIG = config;
  });

  it('tells of every cluster how to reach it, and makes no resource', async () => {
    const made: string[] = [];
    await runtime.setMocks({
      call: ({ token }) => assert.fail(`unexpected call of ${token}`),
      newResource: ({ type, name }) => {
        made.push(`${type} ${name}`);
        return { id: name, state: {} };
      },
    });
    runtime.setAllConfig({ 'capi-fleet:program': 'examples/suppliers/main.ts' });

    const { clusters } = require(join(ROOT, 'stacks/index.ts'));
    await runtime.disconnect();

    assert.deepEqual(Object.keys(clusters), [
      'control-nordwolke/render-north',
      'control-nordwolke/batch-north',
      'control-rheincloud/render-rhine',
      'control-rheincloud/stage-rhine',
    ]);
    assert.deepEqual(clusters['control-nordwolke/batch-north'], {
      managementCluster: 'control-nordwolke',
      namespace: 'batch-north',
      cloud: 'nordwolke',
      kubernetesVersion: '1.34.2',
      kubeconfigCommand:
        'kubectl -n batch-north get secret batch-north-kubeconfig -o jsonpath={.data.value} | base64 -d',
    });
    assert.deepEqual(made, []);
  });

  it('says which command names the program when there is no fleet in it', () => {
    const { loadFleet } = require(join(ROOT, 'stacks/load-fleet.ts'));

    assert.throws(() => loadFleet('examples/suppliers/sites.ts'), {
      message:
        'capi-fleet:program is "examples/suppliers/sites.ts", which exports no fleet\n' +
        '  allowed: a file with `export const fleet = new Fleet(…)`\n' +
        '  fix: pulumi config set capi-fleet:program path/to/fleet.ts',
    });
  });
});
