import assert from 'node:assert/strict';
import { Duration } from 'cdk8s';
import { Addon } from '../../../constructs/addons/addon';
import type { AddonModel } from '../../../lib/addons/model/addon';
import { BackupCredentials } from '../../../lib/kubeadm/addons/backup-credentials';
import type { EtcdBackupOptions } from '../../../lib/kubeadm/addons/etcd-backup';
import type { EtcdDefragmentationOptions } from '../../../lib/kubeadm/addons/etcd-defragmentation';
import { Etcd } from '../../../lib/kubeadm/model/etcd';
import { ETCD_TASK } from '../../../lib/kubeadm/model/etcd-task';
import { controlPlaneModel } from '../../support/models';
import { delivered, described, find, member, parts } from './described';

const POD = ['spec', 'jobTemplate', 'spec', 'template', 'spec'] as const;
const PEM = '-----BEGIN CERTIFICATE-----\nfake\n-----END CERTIFICATE-----\n';
const BACKUP: EtcdBackupOptions = {
  endpoint: 'https://objects.example',
  bucket: 'backups',
  credentials: BackupCredentials.fromClusterSecret('keys'),
};
const PKI = '/etc/kubernetes/pki/etcd';

function backup(options: Partial<EtcdBackupOptions> = {}): AddonModel {
  return described(Addon.etcdBackup({ ...BACKUP, ...options }));
}

function inPod(model: AddonModel, ...path: readonly (string | number)[]): unknown {
  return member(find(delivered(model), 'CronJob'), ...POD, ...path);
}

function variables(model: AddonModel): Record<string, unknown> {
  const list = inPod(model, 'containers', 0, 'env');
  assert.ok(Array.isArray(list));
  return Object.fromEntries(
    list.map((one) => [
      String(member(one, 'name')),
      member(one, 'value') ?? member(one, 'valueFrom', 'secretKeyRef'),
    ]),
  );
}

describe('Addon.etcdDefragmentation', () => {
  const rows: readonly (readonly [
    EtcdDefragmentationOptions,
    readonly (string | number)[],
    unknown,
  ])[] = [
    [{}, ['spec', 'schedule'], '30 3 * * 0'],
    [{ schedule: '0 4 * * 6' }, ['spec', 'schedule'], '0 4 * * 6'],
    [
      { timeout: Duration.minutes(5) },
      [...POD, 'containers', 0, 'command'],
      ['etcdctl', 'defrag', '--cluster', '--command-timeout=5m0s'],
    ],
    [
      { image: 'mirror.example/etcd:1' },
      [...POD, 'containers', 0, 'image'],
      'mirror.example/etcd:1',
    ],
  ];
  for (const [options, path, value] of rows) {
    it(`turns ${JSON.stringify(options)} into ${path.at(-1)}`, () => {
      const job = find(delivered(described(Addon.etcdDefragmentation(options))), 'CronJob');

      assert.deepEqual(member(job, ...path), value);
    });
  }

  it('runs beside a member, with the certificate for probes', () => {
    const model = described(Addon.etcdDefragmentation());

    assert.equal(inPod(model, 'hostNetwork'), true);
    assert.deepEqual(inPod(model, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.equal(inPod(model, 'automountServiceAccountToken'), false);
    assert.deepEqual(inPod(model, 'volumes'), [
      { name: 'pki', hostPath: { path: PKI, type: 'Directory' } },
    ]);
    assert.deepEqual(variables(model), {
      ETCDCTL_API: '3',
      ETCDCTL_ENDPOINTS: 'https://localhost:2379',
      ETCDCTL_CACERT: `${PKI}/ca.crt`,
      ETCDCTL_CERT: `${PKI}/healthcheck-client.crt`,
      ETCDCTL_KEY: `${PKI}/healthcheck-client.key`,
    });
  });

  it('runs once at a time', () => {
    const job = find(delivered(described(Addon.etcdDefragmentation())), 'CronJob');

    assert.equal(member(job, 'spec', 'concurrencyPolicy'), 'Forbid');
  });

  it('takes the image of the etcd of the cluster', () => {
    const etcd = Etcd.local({ imageRepository: 'mirror.example/k8s', imageTag: '3.5.9-0' }).model;
    const image = (over: Parameters<typeof described>[1]) =>
      inPod(described(Addon.etcdDefragmentation(), over), 'containers', 0, 'image');

    assert.equal(image({}), 'registry.k8s.io/etcd:3.5.24-0');
    assert.equal(image({ kubernetesVersion: '1.34.1' }), 'registry.k8s.io/etcd:3.6.6-0');
    assert.equal(
      image({ controlPlane: controlPlaneModel({ etcd }) }),
      'mirror.example/k8s/etcd:3.5.9-0',
    );
  });
});

describe('Addon.etcdBackup', () => {
  it('saves a snapshot before anything is brought away', () => {
    const model = backup({ etcdImage: 'mirror.example/etcd:1' });

    assert.equal(inPod(model, 'initContainers', 0, 'image'), 'mirror.example/etcd:1');
    assert.deepEqual(inPod(model, 'initContainers', 0, 'command'), [
      'etcdctl',
      'snapshot',
      'save',
      '/backup/snapshot.db',
      '--command-timeout=10m',
    ]);
  });

  it('names store and credentials to rclone', () => {
    assert.deepEqual(variables(backup({ region: 'eu', prefix: 'a/b/' })), {
      RCLONE_CONFIG_STORE_TYPE: 's3',
      RCLONE_CONFIG_STORE_PROVIDER: 'Other',
      RCLONE_CONFIG_STORE_ENDPOINT: 'https://objects.example',
      RCLONE_CONFIG_STORE_REGION: 'eu',
      RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'true',
      TARGET: 'store:backups/a/b/',
      RCLONE_CONFIG_STORE_ACCESS_KEY_ID: { name: 'keys', key: 'access-key-id' },
      RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: { name: 'keys', key: 'secret-access-key' },
    });
  });

  it('gives each cluster a folder of its own', () => {
    assert.equal(variables(backup()).TARGET, 'store:backups/mothership-demo/');
  });

  it('deletes old snapshots, and nothing else, after the new one has arrived', () => {
    assert.deepEqual(inPod(backup({ retentionDays: 7 }), 'containers', 0, 'command'), [
      'sh',
      '-c',
      `set -eu
rclone copyto -- /backup/snapshot.db "\${TARGET}etcd-$$(date -u +%Y%m%dT%H%M%SZ).db"
rclone delete --min-age 7d --max-depth 1 --include 'etcd-*.db' -- "\${TARGET%/*}"
`,
    ]);
  });

  it('runs when and with what it is told', () => {
    const model = backup({ schedule: '@daily', rcloneImage: 'mirror.example/rclone:1' });

    assert.equal(member(find(delivered(model), 'CronJob'), 'spec', 'schedule'), '@daily');
    assert.equal(inPod(model, 'containers', 0, 'image'), 'mirror.example/rclone:1');
  });

  it('trusts an authority of yours', () => {
    const model = backup({ certificateAuthority: PEM });

    assert.deepEqual(member(find(delivered(model), 'ConfigMap'), 'data'), { 'ca.pem': PEM });
    assert.equal(variables(model).RCLONE_CA_CERT, '/etc/object-store/ca.pem');
    assert.deepEqual(inPod(model, 'volumes', 3), {
      name: 'authority',
      configMap: { name: 'etcd-backup-authority' },
    });
  });

  it('lets Cluster API bring the credentials', () => {
    const credentials = BackupCredentials.fromResourceSetSecret('prod-backup');
    const model = backup({ credentials });

    assert.deepEqual(parts(model), ['existing prod-backup', 'configMap ']);
    assert.deepEqual(variables(model).RCLONE_CONFIG_STORE_ACCESS_KEY_ID, {
      name: 'etcd-backup-credentials',
      key: 'access-key-id',
    });
  });

  it('tells checks what it does', () => {
    assert.deepEqual(ETCD_TASK.of(backup()), {
      schedule: '0 */6 * * *',
      secretName: 'keys',
      store: {
        endpoint: 'https://objects.example',
        bucket: 'backups',
        prefix: 'mothership-demo/',
        certificateAuthority: undefined,
        retentionDays: 30,
      },
    });
  });
});
