import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleSets } from '../../lib/assembly/rule-sets';
import { AuditPolicy } from '../../lib/kubeadm/model/audit-policy';
import { Authentication } from '../../lib/kubeadm/model/authentication';
import { EncryptionAtRest } from '../../lib/kubeadm/model/encryption';
import { ClaimMapping } from '../../lib/kubeadm/model/jwt-issuer';
import { issuesOf } from '../lib/assembly/rule-case';
import { type KubernetesLab, kubernetesOrSkip, run, startKubernetes } from '../support/lab';
import { type ConfiguredServer, startConfigured } from '../support/lab-api-server';
import { clusterModel, controlPlaneModel } from '../support/models';
import { at, renderedObject } from '../support/rendering';

const KEYS = ['new', 'old'].map((name) => ({ name, secret: { name: 'demo-keys', key: name } }));
const SECRETS = {
  'demo-keys/new': `${Buffer.alloc(32, 1).toString('base64')}\n`,
  'demo-keys/old': Buffer.alloc(32, 2).toString('base64'),
};
const MODEL = clusterModel({
  kubernetesVersion: '1.32.3',
  controlPlane: controlPlaneModel({
    audit: { policy: AuditPolicy.metadata().model, log: {} },
    encryption: EncryptionAtRest.withKeys({ keys: KEYS }).model,
    authentication: Authentication.issuers(
      [
        {
          url: 'https://id.example',
          audiences: ['kube', 'ops'],
          username: ClaimMapping.expression("'corp:' + claims.email"),
          groups: ClaimMapping.claim('groups', 'corp:'),
          uid: ClaimMapping.claim('oid'),
          extra: { 'example.com/tenant': 'claims.tenant' },
          requiredClaims: { hd: 'example' },
          claimRules: [{ expression: 'claims.email_verified == true', message: 'not verified' }],
          userRules: [{ expression: "!user.username.startsWith('system:')", message: 'reserved' }],
        },
        {
          url: 'https://ci.example',
          discoveryURL: 'https://in.example/openid',
          audiences: ['kube'],
          username: ClaimMapping.claim('sub', 'ci:'),
        },
      ],
      { anonymousPaths: ['/version'] },
    ).model,
    admission: {
      enablePlugins: ['EventRateLimit'],
      podSecurity: { enforce: 'baseline', warn: 'restricted', version: 'v1.32' },
      configurations: {
        EventRateLimit: {
          apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
          kind: 'Configuration',
          limits: [{ type: 'Server', qps: 5000, burst: 20000 }],
        },
      },
    },
    tls: { minVersion: 'VersionTLS13' },
    featureGates: { everywhere: { InPlacePodVerticalScaling: true } },
  }),
});
const PRIVILEGED = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'mighty' },
  spec: {
    hostNetwork: true,
    automountServiceAccountToken: false,
    containers: [{ name: 'a', image: 'none.example/a' }],
  },
};

describe('an API server set up as a control plane says', () => {
  let lab: KubernetesLab;
  let server: ConfiguredServer;

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    lab = await startKubernetes('v1.10');
    server = await startConfigured(lab, renderedObject(MODEL, 'controlPlane'), SECRETS);
  });

  after(() => lab?.stop());

  it('breaks no rule', () => {
    assert.deepEqual(issuesOf(MODEL, ruleSets()), []);
  });

  it('writes Secrets into etcd with the first key', async () => {
    const made = await server.kubectl([
      ...['create', 'secret', 'generic', 'hidden', '--namespace', 'default'],
      '--from-literal=a=plain-as-day',
    ]);
    assert.equal(made.code, 0, made.stderr);

    const stored = await readEtcd(lab, '/configured/secrets/default/hidden');
    assert.match(stored, /k8s:enc:secretbox:v1:new:/);
    assert.doesNotMatch(stored, /plain-as-day/);
  });

  it('writes down who asked for what, and no bodies', () => {
    const log = readFileSync(join(server.root, 'var/log/kubernetes/audit/audit.log'), 'utf8');

    assert.match(log, /"level":"Metadata".*"resource":"secrets".*"name":"hidden"/);
    assert.doesNotMatch(log, /plain-as-day|"requestURI":"\/readyz/);
  });

  it('keeps mighty pods out of namespaces, but for those of the system', async () => {
    const create = async (namespace: string) => {
      await server.kubectl(['create', 'serviceaccount', 'default', '--namespace', namespace]);
      const args = ['create', '--namespace', namespace, '-f', '-'];
      return server.kubectl(args, JSON.stringify(PRIVILEGED));
    };

    assert.match((await create('default')).stderr, /violates PodSecurity "baseline:v1\.32"/);
    assert.equal((await create('kube-system')).code, 0);
  });

  it('answers those without a token on open paths alone', async () => {
    const status = async (path: string) => {
      const args = ['-sk', '-o', '/dev/null', '-w', '%{http_code}', `${server.url}${path}`];
      return (await run('curl', args)).stdout;
    };

    assert.equal(await status('/livez'), '200');
    assert.equal(await status('/version'), '200');
    assert.equal(await status('/api'), '401');
  });

  it('speaks no older TLS', async () => {
    const { code } = await run('curl', ['-sk', '--tls-max', '1.2', `${server.url}/livez`]);

    assert.notEqual(code, 0);
  });
});

/** Value of a key in the lab's etcd, by its gateway for JSON. */
async function readEtcd(lab: KubernetesLab, key: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${lab.port + 1}/v3/kv/range`, {
    method: 'POST',
    body: JSON.stringify({ key: Buffer.from(key).toString('base64') }),
  });
  const value = at(await response.json(), ['kvs', 0, 'value']);
  return Buffer.from(String(value), 'base64').toString('latin1');
}
