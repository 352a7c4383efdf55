import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudCredentials } from '../../constructs/index';
import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';
import { externalFleet, fromSeal, REAL_CRDS } from '../support/sourced-fleet';

const RELEASES = ['external-secrets-v2.9.0', 'sealed-secrets-v0.36.6'];
const DRY_RUN = ['--dry-run=server', '--validate=strict', '-o', 'name'];
const NAMES = [
  'externalsecret.external-secrets.io/corp',
  'externalsecret.external-secrets.io/prod-backup',
  'externalsecret.external-secrets.io/prod-cloud-config',
  'externalsecret.external-secrets.io/prod-cloud-credentials',
  'sealedsecret.bitnami.com/prod-autoscaler',
  'sealedsecret.bitnami.com/clouds',
];

describe('API server with the CRDs of External Secrets and Sealed Secrets', () => {
  let lab: KubernetesLab;
  let folder: string;

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    if (!existsSync(REAL_CRDS)) {
      console.log(`      skipped: no CRD files in ${REAL_CRDS}`);
      this.skip();
    }
    lab = await startKubernetes('v1.13');
    for (const release of RELEASES) {
      const bases = join(REAL_CRDS, release, 'bases');
      const applied = await lab.kubectl(['apply', '--server-side', '-f', bases]);
      assert.equal(applied.code, 0, applied.stderr);
      await lab.kubectl(['wait', '--for=condition=Established', '-f', bases, '--timeout=60s']);
    }
    folder = mkdtempSync(join(tmpdir(), 'fleet-'));
    const fleet = externalFleet({ outdir: folder });
    fleet.cluster('identity', {
      credentials: CloudCredentials.clusterIdentity('shared', {
        secretRef: { name: 'clouds', namespace: 'capo-system' },
        source: fromSeal('clouds.yaml', 'cacert'),
      }),
    });
    fleet.fleet.synth();
    for (const name of ['prod', 'identity', 'capo-system']) {
      await lab.kubectl(['create', 'namespace', name, '--save-config']);
    }
  });

  after(async () => {
    await lab?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('takes every source of a Secret, without a warning', async () => {
    const result = await lab.kubectl(['apply', ...DRY_RUN, '-k', join(folder, 'mothership')]);

    assert.equal(result.stderr, '');
    assert.equal(result.code, 0);
    const names = result.stdout.trim().split('\n');
    assert.deepEqual(
      names.filter((name) => /secrets?\.|^secret/.test(name)).sort(),
      NAMES.toSorted(),
    );
  });
});
