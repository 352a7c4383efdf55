import assert, { AssertionError } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CustomResource, type Output } from '@pulumi/pulumi';
import { CloudCredentials } from '../../../constructs/index';
import { mockDeploy, mockPulumi, SecretValue } from '../../../lib/testing/index';
import { ROOT } from '../../support/import-graph';
import { inFolder, inFolderUntil } from '../../support/in-folder';
import { provisionedFleet, provisionedProps } from '../../support/provisioned-fleets';

const APPLY = { config: { 'capi-fleet:apply': 'true' } };

describe('mockDeploy', () => {
  it('returns resources, look-ups and outputs', () =>
    inFolderUntil(async (handOverFolder) => {
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder });

      const { resources, calls, outputs } = await mockDeploy(fleet);

      const network = resources['mothership/prod/network/network'];
      assert.equal(network?.type, 'openstack:networking/network:Network');
      assert.equal(network?.parent, 'mothership/prod/network');
      assert.ok(calls.some(([token]) => token === 'openstack:networking/getNetwork:getNetwork'));
      assert.equal(outputs.clusters['mothership/prod']?.endpoint, '203.0.113.10:6443');
    }));

  it('leaves the hand-over folder and the fleet as they are, and can be repeated', () =>
    inFolderUntil(async (handOverFolder) => {
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder });
      const fields = Object.keys(fleet);

      const first = await mockDeploy(fleet);
      const applied = await mockDeploy(fleet, APPLY);

      assert.deepEqual(readdirSync(handOverFolder), []);
      assert.deepEqual(Object.keys(fleet), fields);
      const extra = Object.keys(applied.resources).filter((name) => !(name in first.resources));
      assert.ok(extra.includes('mothership/prod/Cluster/prod'));
    }));

  it('reads what was handed over before', () =>
    inFolderUntil(async (handOverFolder) => {
      writeFileSync(join(handOverFolder, 'bad.json'), 'no JSON');
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder });

      await assert.rejects(mockDeploy(fleet), /bad\.json/);
      assert.equal(readFileSync(join(handOverFolder, 'bad.json'), 'utf8'), 'no JSON');
    }));

  it('knows no identifiers in a preview', () =>
    inFolderUntil(async (handOverFolder) => {
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder });

      const { resources } = await mockDeploy(fleet, { preview: true });

      const { networkId } = resources['mothership/prod/network/subnet']?.inputs ?? {};
      assert.deepEqual(networkId, { __pulumiUnknown: true });
    }));

  it('tells secrets from other values', () =>
    inFolderUntil(async (handOverFolder) => {
      const credentials = CloudCredentials.applicationCredential();
      const { fleet } = provisionedFleet(
        { prod: provisionedProps() },
        { handOverFolder, cloud: { credentials } },
      );

      const { resources } = await mockDeploy(fleet);

      const { stringData } = resources['mothership/prod/credential-secret']?.inputs ?? {};
      assert.ok(stringData instanceof SecretValue);
    }));

  it('fails for the mistakes of a fleet', () =>
    inFolderUntil(async (handOverFolder) => {
      const prod = { ...provisionedProps(), kubernetesVersion: 'latest' };
      const { fleet } = provisionedFleet({ prod }, { handOverFolder });

      await assert.rejects(mockDeploy(fleet), /kubernetesVersion is "latest"/);
    }));
});

describe('mockPulumi', () => {
  class Thing extends CustomResource {
    declare readonly color: Output<string>;

    constructor(name: string) {
      super('own:index:Thing', name, { size: 1, color: undefined });
    }
  }

  it('runs a program of the user, with attributes that its cloud fills in', async () => {
    const computed = { 'own:index:Thing': (name: string) => ({ color: `blue ${name}` }) };
    const { resources, outputs } = await mockPulumi(() => ({ color: new Thing('a').color }), {
      computed,
    });

    assert.deepEqual(resources.a, {
      type: 'own:index:Thing',
      parent: undefined,
      inputs: { size: 1 },
      options: {},
    });
    assert.deepEqual(outputs, { color: 'blue a' });
  });

  it('fails for a look-up without an answer, and takes answers', async () => {
    const { runtime } = require('@pulumi/pulumi') as typeof import('@pulumi/pulumi');
    const look = () => runtime.invoke('own:index:look', { name: 'a' });

    await assert.rejects(
      mockPulumi(look),
      (error) =>
        error instanceof AssertionError &&
        error.message === 'the look-up own:index:look has no answer',
    );
    const answers = { 'own:index:look': () => ({ id: 7 }) };
    assert.deepEqual((await mockPulumi(look, { answers })).outputs, { id: 7 });
  });

  it('fails for two resources of one name', async () => {
    await assert.rejects(
      mockPulumi(() => [new Thing('a'), new Thing('a')]),
      /two resources have the name a/,
    );
  });
});

describe('the testing module', () => {
  it('works without Pulumi, whose mocks say what to install', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'node_modules'));
      for (const name of readdirSync(join(ROOT, 'node_modules'))) {
        if (name.startsWith('@pulumi') || name.startsWith('.')) continue;
        symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
      }
      for (const name of ['lib', 'constructs', 'package.json', 'tsconfig.json']) {
        symlinkSync(join(ROOT, name), join(folder, name));
      }
      const script = `
        const { mockPulumi, snapshotOf } = require('./lib/testing/index.ts');
        mockPulumi(() => {}).catch((error) => process.stdout.write(typeof snapshotOf + ' ' + error.message));
      `;

      const node = ['--preserve-symlinks', '--import', 'tsx', '-e', script];
      const child = spawnSync(process.execPath, node, { cwd: folder, encoding: 'utf8' });

      assert.equal(
        child.stdout,
        'function mocks for Pulumi need its packages\n' +
          '  fix: npm install --save-dev @pulumi/pulumi @pulumi/openstack @pulumi/kubernetes',
        child.stderr,
      );
    }));
});
