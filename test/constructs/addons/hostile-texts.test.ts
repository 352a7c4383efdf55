import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { downloadScript } from '../../../lib/addons/catalogue/calico-script';
import { scriptCommand } from '../../../lib/addons/catalogue/shell-text';
import { backupJob } from '../../../lib/kubeadm/addons/etcd-backup-objects';
import { expanded, runContainer } from '../../support/container-run';
import { inFolder } from '../../support/in-folder';
import { member } from './described';

const NETWORK = { kind: 'calico', encapsulation: 'ipip', bgp: true, typha: false } as const;
const RUNS = 60;

/** Texts that mean something to a shell, to curl, or to Kubernetes. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        '\\',
        '\n',
        '\r',
        '$',
        '$$',
        '$(HOME)',
        '$(PATH)',
        '$(touch canary)',
        '`touch canary`',
        '; touch canary;',
        '&& touch canary',
        '-',
        '--',
        '-K',
        '--config=/etc/passwd',
        '-o',
        '@/etc/passwd',
        '{a,b}',
        '[1-9]',
        ' ',
        '#',
        '!',
        '~',
        '*',
        'https://',
        'é',
        '日本',
      ),
      fc.string({ maxLength: 6 }).map((text) => text.replaceAll('\0', '')),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe('texts of the user in scripts', () => {
  it('reach curl as they are, as values of its options and never as options', function () {
    this.timeout(60_000);
    inFolder((folder) => {
      const released = join(folder, 'released.yaml');
      writeFileSync(released, 'kind: Namespace\n');
      const curl = `cp '${released}' '${folder}/manifest/calico.yaml'`;
      const shape = (args: readonly string[]) =>
        args.filter((_, at) => !VALUES.has(args[at - 1] ?? ''));
      fc.assert(
        fc.property(
          hostile,
          hostile,
          fc.array(hostile, { minLength: 1, maxLength: 2 }),
          (url, proxyUrl, direct) => {
            const proxy = { url: proxyUrl, direct };
            const script = downloadScript({
              url,
              proxy,
              network: NETWORK,
              podCidrs: ['192.168.0.0/16'],
            });
            const { status, calls } = runContainer(
              folder,
              { command: scriptCommand(script), env: { HOME: '/root' } },
              { curl },
            );
            const [args = []] = calls;

            assert.equal(status, 0);
            assert.equal(calls.length, 1);
            assert.equal(args[1], '--disable');
            assert.equal(args[args.indexOf('--url') + 1], url);
            assert.equal(args[args.indexOf('--proxy') + 1], proxyUrl);
            assert.equal(args[args.indexOf('--noproxy') + 1], direct.join(','));
            assert.deepEqual(shape(args), CURL_SHAPE);
            assert.ok(!existsSync('canary'));
          },
        ),
        { numRuns: RUNS },
      );
    });
  });

  it('reach rclone as one target behind its options', function () {
    this.timeout(60_000);
    inFolder((folder) => {
      fc.assert(
        fc.property(hostile, hostile, hostile, (bucket, prefix, endpoint) => {
          const { command, env } = uploadContainer(bucket, prefix, endpoint);
          const { status, calls } = runContainer(folder, { command, env }, { rclone: '' });
          const [copy = [], remove = []] = calls;

          assert.equal(status, 0);
          assert.equal(calls.length, 2);
          assert.equal(env.RCLONE_CONFIG_STORE_ENDPOINT, endpoint);
          assert.deepEqual(copy.slice(0, 4), [
            'rclone',
            'copyto',
            '--',
            `${folder}/backup/snapshot.db`,
          ]);
          assert.ok(copy[4]?.startsWith(`store:${bucket}/${prefix}etcd-`));
          assert.equal(copy.length, 5);
          assert.deepEqual(remove.slice(0, -1), REMOVE_SHAPE);
          assert.ok(remove.at(-1)?.startsWith('store:'));
          assert.ok(!existsSync('canary'));
        }),
        { numRuns: RUNS },
      );
    });
  });
});

const VALUES = new Set(['--url', '--proxy', '--noproxy', '--output']);
const CURL_SHAPE = [
  'curl --disable --globoff --silent --show-error --fail --location --proto =https',
  '--proto-redir =https --retry 10 --retry-all-errors --proxy --noproxy --output --url',
]
  .join(' ')
  .split(' ');
const REMOVE_SHAPE = 'rclone delete --min-age 30d --max-depth 1 --include etcd-*.db --'.split(' ');

/** Command and variables of the container that uploads, as Kubernetes gives them to it. */
function uploadContainer(bucket: string, prefix: string, endpoint: string) {
  const [job] = backupJob({
    etcdImage: 'etcd:1',
    rcloneImage: 'rclone:1',
    schedule: '@daily',
    retentionDays: 30,
    secretName: 'backup',
    store: { endpoint, bucket, prefix, region: undefined, certificateAuthority: undefined },
  });
  const container = member(job, 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0);
  const command = member(container, 'command');
  const variables = member(container, 'env');
  assert.ok(Array.isArray(command) && Array.isArray(variables));
  const env: Record<string, string> = {};
  for (const { name, value } of variables) {
    if (value !== undefined) env[String(name)] = expanded(String(value), env);
  }
  return { command: command.map(String), env };
}
