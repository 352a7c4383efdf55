import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

const KUBECONFIG = 'apiVersion: v1\nkind: Config\n';

/** Stand-in for kubectl: two clusters named twin, one named prod, and one without a control plane. */
const KUBECTL = `#!${process.execPath}
const args = process.argv.slice(2);
require('node:fs').appendFileSync(process.env.CALLS, args.join(' ') + '\\n');
const item = (namespace, name) => ({ metadata: { namespace, name } });
if (args.includes('clusters.cluster.x-k8s.io')) {
  const items = [item('a', 'twin'), item('b', 'twin'), item('prod', 'prod'), item('new', 'new')];
  console.log(JSON.stringify({ items }));
} else if (args.includes('prod-kubeconfig') || args.includes('twin-kubeconfig')) {
  console.log(JSON.stringify({ data: { value: '${Buffer.from(KUBECONFIG).toString('base64')}' } }));
} else if (!args.includes('new-kubeconfig')) {
  console.error('error: You must be logged in to the server');
  process.exit(1);
}
`;

describe('capi-fleet kubeconfig', () => {
  it('prints what the management cluster keeps', () =>
    withKubectl((run, calls) => {
      assert.deepEqual(run('prod', '--context', 'mothership'), {
        code: 0,
        out: KUBECONFIG,
        err: '',
      });
      assert.deepEqual(calls(), [
        '--context mothership --request-timeout 10s get clusters.cluster.x-k8s.io --all-namespaces --output json',
        '--context mothership --request-timeout 10s get secret prod-kubeconfig --namespace prod --ignore-not-found --output json',
      ]);
    }));

  it('writes a file that only its owner can read', () =>
    withKubectl((run, _calls, folder) => {
      const file = join(folder, 'kubeconfig');

      assert.deepEqual(run('prod', '--output', file), { code: 0, out: '', err: '' });
      assert.equal(readFileSync(file, 'utf8'), KUBECONFIG);
      assert.equal(statSync(file).mode & 0o777, 0o600);
    }));

  it('asks for the namespace where a name is not enough', () =>
    withKubectl((run) => {
      const { code, err } = run('twin');
      assert.equal(code, 1);
      assert.match(
        err,
        /several namespaces have a Cluster twin: a, b\n {2}fix: name one with --namespace/,
      );
      assert.equal(run('twin', '--namespace', 'b').out, KUBECONFIG);
    }));

  it('says which clusters there are', () =>
    withKubectl((run) => {
      assert.match(
        run('prd').err,
        /has no Cluster prd\n {2}allowed: a\/twin, b\/twin, prod\/prod, new\/new\n/,
      );
    }));

  it('says what to wait for', () =>
    withKubectl((run) => {
      assert.match(
        run('new').err,
        /Cluster new\/new has no kubeconfig yet\n(.*\n)*.*clusterctl describe cluster new/,
      );
    }));

  it('says what kubectl says', () =>
    withKubectl((run) => {
      const { code, err } = run('other', '--namespace', 'other');
      assert.equal(code, 1);
      assert.match(err, /^capi-fleet: error: You must be logged in to the server$/m);
    }));

  it('says that kubectl is missing', () => {
    const { code, err } = capiFleet(['prod'], { PATH: '/nowhere' });

    assert.equal(code, 1);
    assert.match(err, /^capi-fleet: kubectl is missing\n {2}fix: install kubectl/);
  });
});

type Run = (...args: string[]) => ReturnType<typeof capiFleet>;

function withKubectl(test: (run: Run, calls: () => string[], folder: string) => void): void {
  inFolder((folder) => {
    const file = join(folder, 'kubectl');
    writeFileSync(file, KUBECTL);
    chmodSync(file, 0o755);
    const log = join(folder, 'calls');
    const env = { PATH: `${folder}${delimiter}${process.env.PATH}`, CALLS: log };
    const calls = () => readFileSync(log, 'utf8').trim().split('\n');
    test((...args) => capiFleet(args, env), calls, folder);
  });
}

function capiFleet(args: readonly string[], env: NodeJS.ProcessEnv) {
  const main = join(ROOT, 'lib/cli/main.ts');
  const child = spawnSync(process.execPath, ['--import', 'tsx', main, 'kubeconfig', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}
