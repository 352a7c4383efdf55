import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { CalicoJob } from '../../constructs/addons/calico-job';
import { CalicoManifest } from '../../lib/addons/catalogue/calico-manifest';
import type { Manifest } from '../../lib/base/manifest';
import { AddonShelf, delivered, described, find, member } from '../constructs/addons/described';
import { RELEASED_CALICO } from '../support/calico';
import { expanded } from '../support/container-run';
import {
  type CommandResult,
  type KubernetesLab,
  kubernetesOrSkip,
  run,
  startKubernetes,
} from '../support/lab';
import { until } from '../support/lab-stand-in';

const NAMESPACE = 'kube-system';
const LABELS = { app: 'calico-node' };
const POD = {
  metadata: { labels: LABELS },
  spec: { containers: [{ name: 'node', image: 'calico/node:v3' }] },
};
const selector = { matchLabels: LABELS };
const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const own = (name: string) => ({ name, namespace: NAMESPACE });

/** Objects of the kinds that the released manifests have. */
const CALICO: readonly object[] = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: own('calico-node') },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: own('calico-config'), data: { a: 'b' } },
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'ippools.crd.projectcalico.org' },
    spec: {
      group: 'crd.projectcalico.org',
      names: { kind: 'IPPool', listKind: 'IPPoolList', plural: 'ippools', singular: 'ippool' },
      scope: 'Cluster',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object' } },
        },
      ],
    },
  },
  {
    ...rbac,
    kind: 'ClusterRole',
    metadata: { name: 'calico-node' },
    rules: [{ apiGroups: [''], resources: ['nodes', 'secrets'], verbs: ['*'] }],
  },
  {
    ...rbac,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'calico-node' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'calico-node' },
    subjects: [{ kind: 'ServiceAccount', ...own('calico-node') }],
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: own('calico-node'),
    spec: { selector, template: POD },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: own('calico-kube-controllers'),
    spec: { selector, template: POD },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: own('calico-kube-controllers'),
    spec: { maxUnavailable: 1, selector },
  },
];
const TEXT = documents(CALICO);
const MANIFESTS = { release: RELEASED_CALICO, inline: CalicoManifest.inline(TEXT) };

// Nothing runs pods here: the test runs the containers' commands itself, with the Job's own token.
for (const [title, manifest] of Object.entries(MANIFESTS)) {
  describe(`the Job that installs Calico from ${title} manifests`, () => {
    let lab: KubernetesLab;
    let folder: string;
    let objects: readonly Manifest[];
    let name: string;

    before(async function () {
      this.timeout(0);
      await kubernetesOrSkip(this);
      lab = await startKubernetes('v1.13');
      const { addon } = new CalicoJob(new AddonShelf(), 'calico', { version: '3.30.2', manifest });
      objects = delivered(described(addon)).filter(({ kind }) => kind !== 'ConfigMap');
      name = find(objects, 'Job').metadata.name;
      folder = mkdtempSync(join(tmpdir(), 'calico-'));
      await admin(['create', '-f', '-'], documents(objects));
      await giveToken();
    });

    after(async () => {
      await lab?.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    });

    it('may apply them, twice', async () => {
      for (let times = 0; times < 2; times += 1) {
        const { code, stderr } = await asJob(APPLY, TEXT);
        assert.equal(code, 0, stderr);
      }
    });

    it('may nothing else', async () => {
      const secret = { apiVersion: 'v1', kind: 'Secret', metadata: own('calico-node') };
      assert.match((await asJob(APPLY, JSON.stringify(secret))).stderr, /forbidden/);
      assert.match((await asJob(['get', 'secrets', '-n', NAMESPACE])).stderr, /forbidden/);
      assert.match((await asJob(['delete', 'clusterrole', 'admin'])).stderr, /forbidden/);
    });

    it('waits until the server answers, and takes its rights away', async () => {
      const waited = await inContainer('initContainers', 'wait-for-api-server');
      assert.equal(waited.code, 0, waited.stderr);
      const { code, stdout, stderr } = await inContainer('containers', 'end-rights');

      assert.equal(code, 0, stderr);
      assert.equal(stdout, 'The rights of this Job have ended.\n');
      const kinds = 'clusterrole,clusterrolebinding,role,rolebinding';
      const label = 'app.kubernetes.io/name=calico-installer';
      await until(async () => {
        const left = await admin(['get', kinds, '-A', '-l', label, '-o', 'name']);
        return left === '' ? 'gone' : '';
      }, 'the end of all rights');
      await until(async () => {
        const { stderr: refusal } = await asJob(APPLY, TEXT);
        return refusal.includes('forbidden') ? 'forbidden' : '';
      }, 'the server to notice');
      assert.equal(
        await admin(['get', 'job', name, '-n', NAMESPACE, '-o', 'name']),
        `job.batch/${name}\n`,
      );
    });

    it('is done where it runs again', async () => {
      const { code, stdout, stderr } = await inContainer('containers', 'end-rights');

      assert.equal(code, 0, stderr);
      assert.equal(stdout, 'The rights are gone already.\n');
    });

    async function admin(args: readonly string[], stdin?: string): Promise<string> {
      const { code, stdout, stderr } = await lab.kubectl(args, stdin);
      assert.equal(code, 0, stderr);
      return stdout;
    }

    /** Files that Kubernetes mounts into the containers. */
    async function giveToken(): Promise<void> {
      const secrets = join(folder, 'secrets');
      mkdirSync(secrets);
      mkdirSync(join(folder, 'tmp'));
      const token = await admin(['create', 'token', name, '-n', NAMESPACE]);
      writeFileSync(join(secrets, 'token'), token.trim());
      const config = load(readFileSync(lab.kubeconfig, 'utf8'));
      const cluster = member(config, 'clusters', 0, 'cluster');
      const file = member(cluster, 'certificate-authority');
      const data = member(cluster, 'certificate-authority-data');
      if (typeof file === 'string') cpSync(file, join(secrets, 'ca.crt'));
      else writeFileSync(join(secrets, 'ca.crt'), Buffer.from(String(data), 'base64'));
    }

    function asJob(args: readonly string[], stdin?: string): Promise<CommandResult> {
      const connection = [
        `--server=https://127.0.0.1:${lab.port}`,
        `--certificate-authority=${join(folder, 'secrets/ca.crt')}`,
        `--token=${readFileSync(join(folder, 'secrets/token'), 'utf8')}`,
      ];
      return run('kubectl', [...connection, ...args], {
        env: { KUBECONFIG: '/dev/null' },
        ...(stdin === undefined ? {} : { stdin }),
      });
    }

    function inContainer(list: string, step: string): Promise<CommandResult> {
      const containers = member(find(objects, 'Job'), 'spec', 'template', 'spec', list);
      assert.ok(Array.isArray(containers));
      const { command } = containers.find((one) => one.name === step) ?? {};
      const script = expanded(String(command[2]))
        .replaceAll('/var/run/secrets/kubernetes.io/serviceaccount', join(folder, 'secrets'))
        .replaceAll('/tmp/answer', join(folder, 'tmp/answer'));
      return run('sh', ['-c', script], {
        env: {
          KUBERNETES_SERVICE_HOST: '127.0.0.1',
          KUBERNETES_SERVICE_PORT: String(lab.port),
          RIGHTS: name,
        },
      });
    }
  });
}

/** YAML documents, which kubectl does not take for JSON. */
function documents(objects: readonly object[]): string {
  return objects.map((object) => `---\n${JSON.stringify(object)}\n`).join('');
}

const APPLY = ['apply', '--server-side', '--force-conflicts', '-f', '-'];
