import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import {
  Addon,
  CloudCredentials,
  type Manifest,
  SecretSource,
  type SynthSummary,
} from '../../../constructs/index';
import { at, type ClusterOverrides, otherwiseBut, testFleet } from '../../support/fleets';
import { inFolder } from '../../support/in-folder';
import { SOPS_VALUE, type SopsOptions, sopsText } from '../../support/secret-sources';
import { externalFleet, fromVault } from '../../support/sourced-fleet';

/** File that SOPS encrypted, with comments and an order of its own. */
function sopsFile(folder: string, name: string, options: SopsOptions): string {
  const file = join(folder, name);
  writeFileSync(file, `# of ours\r\n${sopsText({ namespace: 'prod', ...options })}`);
  return file;
}

function synthesized(folder: string, props: ClusterOverrides, addons: readonly Addon[] = []) {
  const { fleet, cluster } = testFleet({ outdir: join(folder, 'dist') });
  const prod = cluster('prod', props);
  for (const addon of addons) prod.addAddon(addon);
  fleet.synth();
  return join(folder, 'dist/mothership');
}

function resourcesOf(folder: string): unknown {
  return at(load(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')), 'resources');
}

describe('a file that SOPS encrypted', () => {
  it('is copied byte for byte, and listed after what it needs', () =>
    inFolder((folder) => {
      const file = sopsFile(folder, 'clouds.yaml', { name: 'prod-cloud-config' });

      const tree = synthesized(folder, { credentials: CloudCredentials.fromSopsFile(file) });

      const copy = join(tree, 'prod/secret-prod-cloud-config.sops.yaml');
      assert.deepEqual(readFileSync(copy), readFileSync(file));
      assert.deepEqual(resourcesOf(join(tree, 'prod')), [
        'cluster.yaml',
        'secret-prod-cloud-config.sops.yaml',
      ]);
    }));

  it('is written again when it changes, and removed when nothing names it', () =>
    inFolder((folder) => {
      const file = sopsFile(folder, 'clouds.yaml', { name: 'prod-cloud-config' });
      synthesized(folder, { credentials: CloudCredentials.fromSopsFile(file) });
      const data = { 'clouds.yaml': SOPS_VALUE.replace('ZmFrZQ', 'b3RoZXI') };
      sopsFile(folder, 'clouds.yaml', { name: 'prod-cloud-config', data });

      const tree = synthesized(folder, { credentials: CloudCredentials.fromSopsFile(file) });

      const copy = join(tree, 'prod/secret-prod-cloud-config.sops.yaml');
      assert.deepEqual(readFileSync(copy), readFileSync(file));
      synthesized(folder, {});
      assert.deepEqual(readdirSync(join(tree, 'prod')), ['cluster.yaml', 'kustomization.yaml']);
    }));

  it('may bring the credentials of addons', () =>
    inFolder((folder) => {
      const file = sopsFile(folder, 'addons.yaml', {
        name: 'prod-cloud-credentials',
        type: 'addons.cluster.x-k8s.io/resource-set',
        data: { 'cloud-credentials.yaml': SOPS_VALUE },
      });
      const addons = SecretSource.sopsFile(file);
      const credentials = CloudCredentials.fromSecret('clouds', { addons });

      const tree = synthesized(
        folder,
        { credentials, installedOtherwise: otherwiseBut('cloud-controller-manager') },
        [Addon.openStackCloudControllerManager()],
      );

      const copy = join(tree, 'prod/secret-prod-cloud-credentials.sops.yaml');
      assert.deepEqual(readFileSync(copy), readFileSync(file));
    }));

  it('is refused with the path that was given where it is missing', () =>
    inFolder((folder) => {
      const credentials = CloudCredentials.fromSopsFile('no/such.yaml');

      assert.throws(() => synthesized(folder, { credentials }), {
        message: `mothership/prod: credentials.file is "no/such.yaml"
  allowed: a file that can be read
  fix: write the path relative to the working directory, or join(__dirname, '…')`,
      });
    }));
});

describe('the Secret of an identity', () => {
  it('is made beside the identity, once for all clusters', () =>
    inFolder((folder) => {
      const { fleet, cluster } = testFleet({ outdir: folder });
      const credentials = CloudCredentials.clusterIdentity('shared', {
        secretRef: { name: 'clouds', namespace: 'capo-system' },
        source: fromVault('clouds.yaml'),
      });
      for (const name of ['a', 'b']) cluster(name, { credentials });
      fleet.synth();

      const text = readFileSync(join(folder, 'mothership/providers.yaml'), 'utf8');
      const objects = loadAll(text) as Manifest[];
      assert.deepEqual(
        objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`),
        ['ExternalSecret capo-system/clouds', 'OpenStackClusterIdentity undefined/shared'],
      );
      assert.doesNotMatch(
        readFileSync(join(folder, 'mothership/a/cluster.yaml'), 'utf8'),
        /ExternalSecret/,
      );
    }));

  it('may be in a file that SOPS encrypted', () =>
    inFolder((folder) => {
      const file = sopsFile(folder, 'clouds.yaml', { name: 'clouds', namespace: 'capo-system' });
      const tree = synthesized(folder, {
        credentials: CloudCredentials.clusterIdentity('shared', {
          secretRef: { name: 'clouds', namespace: 'capo-system' },
          source: SecretSource.sopsFile(file),
        }),
      });

      assert.deepEqual(resourcesOf(tree), ['providers.yaml', 'secret-clouds.sops.yaml', 'prod']);
    }));
});

describe('credentials of which the end is known', () => {
  it('mark the Cluster with it', () =>
    inFolder((folder) => {
      const expiresAt = '2031-01-31T00:00:00Z';
      const credentials = CloudCredentials.fromSecret('clouds', { expiresAt });

      const tree = synthesized(folder, { credentials });

      const text = readFileSync(join(tree, 'prod/cluster.yaml'), 'utf8');
      const cluster = (loadAll(text) as Manifest[]).find(({ kind }) => kind === 'Cluster');
      assert.equal(cluster?.metadata.annotations?.['capi-fleet/credentials-expire-at'], expiresAt);
    }));
});

describe('a synth of sourced Secrets', () => {
  it('writes no credential, and says what it needs and what expires', () =>
    inFolder((folder) => {
      const summaries: SynthSummary[] = [];
      const { fleet } = externalFleet({ outdir: folder, onSynth: (one) => summaries.push(one) });
      fleet.synth();

      const [summary] = summaries;
      assert.deepEqual(
        summary?.secrets.map(({ name, writtenBy }) => `${name}: ${writtenBy}`),
        [
          'corp: ExternalSecret',
          'prod-autoscaler: SealedSecret',
          'prod-backup: ExternalSecret',
          'prod-cloud-config: ExternalSecret',
          'prod-cloud-credentials: ExternalSecret',
        ],
      );
      assert.deepEqual(summary?.expiries, [
        { cluster: 'mothership/prod', expiresAt: '2031-01-31T00:00:00Z', isProviders: true },
      ]);
    }));

  it('says the same when nothing has changed', () =>
    inFolder((folder) => {
      const summaries: SynthSummary[] = [];
      for (let i = 0; i < 2; i += 1) {
        externalFleet({ outdir: folder, onSynth: (one) => summaries.push(one) }).fleet.synth();
      }

      const [first, second] = summaries;
      assert.equal(second?.written, 0);
      assert.deepEqual(second?.secrets, first?.secrets);
    }));
});
