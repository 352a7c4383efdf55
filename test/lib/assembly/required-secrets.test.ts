import assert from 'node:assert/strict';
import { dump } from 'js-yaml';
import { requiredSecrets } from '../../../lib/assembly/required-secrets';
import { PLAIN_BOOTSTRAP } from '../../../lib/kubeadm/model/bootstrap';
import { addonCredentialsFacts } from '../../../lib/openstack/model/cloud-secrets';
import {
  addonModel,
  cloudModel,
  clusterModel,
  controlPlaneModel,
  poolModel,
} from '../../support/models';
import type { AssembledCluster } from '../../support/openstack-cluster';
import { externalSource, sealedSource, sopsSource } from '../../support/secret-sources';

const SECRET = { kind: 'secret', secretName: 'clouds', cloudName: 'openstack' } as const;
const CREDENTIALS_LINE = 'management demo/clouds clouds.yaml';

function linesOf(cluster: AssembledCluster): readonly string[] {
  return requiredSecrets(cluster).map(({ where, namespace, name, keys, type, writtenBy }) =>
    [where, `${namespace}/${name}`, keys.join(','), type, writtenBy && `(${writtenBy})`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

describe('Secrets that a cluster needs', () => {
  it('have the credentials, with the authority of the cloud where there is one', () => {
    const cloud = cloudModel({ caCertificate: 'PEM' });

    assert.deepEqual(linesOf(clusterModel({ credentials: SECRET })), [CREDENTIALS_LINE]);
    assert.deepEqual(linesOf(clusterModel({ credentials: SECRET, cloud })), [
      `${CREDENTIALS_LINE},cacert`,
    ]);
  });

  it('have those of machines with credentials of their own', () => {
    const identity = { kind: 'secret', name: 'render-project', cloudName: 'render' } as const;
    const cluster = clusterModel({
      credentials: SECRET,
      controlPlane: controlPlaneModel({ identity: { ...identity, kind: 'clusterIdentity' } }),
      pools: [poolModel({ identity }), poolModel({ name: 'more', identity })],
    });

    const [, secret] = requiredSecrets(cluster);

    assert.deepEqual(linesOf(cluster), [
      CREDENTIALS_LINE,
      'management demo/render-project clouds.yaml',
    ]);
    assert.deepEqual(secret?.for, [
      'mothership/demo/workers: identity',
      'mothership/demo/more: identity',
    ]);
  });

  for (const [what, credentials, line] of [
    [
      'an application credential',
      { kind: 'applicationCredential', secretName: 'clouds', cloudName: 'a' },
      `${CREDENTIALS_LINE} (pulumi up)`,
    ],
    [
      'plain text',
      { kind: 'plaintext', secretName: 'clouds', cloudName: 'a', cloudsYaml: '' },
      `${CREDENTIALS_LINE} (manifests)`,
    ],
    [
      'External Secrets',
      { ...SECRET, source: externalSource() },
      `${CREDENTIALS_LINE} (ExternalSecret)`,
    ],
    ['Sealed Secrets', { ...SECRET, source: sealedSource() }, `${CREDENTIALS_LINE} (SealedSecret)`],
    ['SOPS', { ...SECRET, source: sopsSource('') }, `${CREDENTIALS_LINE} (SOPS file)`],
    [
      'an identity that is written',
      {
        kind: 'clusterIdentity',
        identityName: 'shared',
        cloudName: 'a',
        identity: { secretRef: { name: 'clouds', namespace: 'capo' } },
      },
      'management capo/clouds clouds.yaml',
    ],
  ] as const) {
    it(`say who writes those of ${what}`, () => {
      assert.deepEqual(linesOf(clusterModel({ credentials })), [line]);
    });
  }

  it('have none of an identity that exists, whose Secret is not known', () => {
    const credentials = { kind: 'clusterIdentity', identityName: 'a', cloudName: 'b' } as const;

    assert.deepEqual(linesOf(clusterModel({ credentials })), []);
  });

  it('have the files, authorities, mirrors and passwords of machines', () => {
    const key = (name: string) => ({ name, key: `${name}.key` });
    const bootstrap = {
      ...PLAIN_BOOTSTRAP,
      files: [{ path: '/etc/a', content: key('a') }],
      trustedCAs: [{ kind: 'named' as const, name: 'b', content: key('b') }],
      registryMirrors: [
        {
          registry: 'docker.io',
          endpoints: [{ url: 'https://m.example', ca: key('c'), credentials: key('d') }],
        },
      ],
      users: [{ name: 'ops', passwdFrom: key('e') }],
    };
    const pools = [poolModel({ bootstrap })];

    assert.deepEqual(linesOf(clusterModel({ pools, credentials: SECRET })), [
      ...['a', 'b', 'c'].map((name) => `management demo/${name} ${name}.key`),
      CREDENTIALS_LINE,
      ...['d', 'e'].map((name) => `management demo/${name} ${name}.key`),
    ]);
  });

  it('have those of the control plane: audit, encryption, authorities and etcd', () => {
    const controlPlane = controlPlaneModel({
      audit: {
        policy: { kind: 'secret', secret: { name: 'p', key: 'policy' } },
        webhook: { kubeconfig: { name: 'w', key: 'value' } },
      } as never,
      encryption: {
        kind: 'keys',
        keys: [{ name: 'k', secret: { name: 'e', key: 'k1' } }],
      } as never,
      certificates: { authorities: { cluster: 'demo-ca' } },
      etcd: { kind: 'external', endpoints: [], clientSource: externalSource() },
    });

    assert.deepEqual(linesOf(clusterModel({ controlPlane, credentials: SECRET })), [
      CREDENTIALS_LINE,
      'management demo/demo-apiserver-etcd-client tls.crt,tls.key kubernetes.io/tls (ExternalSecret)',
      'management demo/demo-ca tls.crt,tls.key kubernetes.io/tls',
      'management demo/demo-etcd tls.crt',
      'management demo/e k1',
      'management demo/p policy',
      'management demo/w value',
    ]);
  });

  it('have those by which the registry of a chart is reached', () => {
    const helmChart = {
      chart: 'a',
      repository: 'oci://registry.example',
      version: '1.2.3',
      releaseName: 'a',
      namespace: 'a',
      values: {},
      credentials: { name: 'registry', key: 'config.json' },
      ca: { name: 'registry-ca', key: 'ca.crt' },
    };
    const addons = [addonModel({ payload: [], helmChart })];

    assert.deepEqual(linesOf(clusterModel({ addons, credentials: SECRET })), [
      CREDENTIALS_LINE,
      'management demo/registry config.json',
      'management demo/registry-ca ca.crt',
    ]);
  });

  it('have an encryption configuration as a whole', () => {
    const controlPlane = controlPlaneModel({
      encryption: { kind: 'secret', secret: { name: 'e', key: 'config' } },
    });

    assert.deepEqual(linesOf(clusterModel({ controlPlane, credentials: SECRET })), [
      CREDENTIALS_LINE,
      'management demo/e config',
    ]);
  });

  it('are one for all places that name them', () => {
    const files = ['x', 'y'].map((key) => ({ path: `/etc/${key}`, content: { name: 'z', key } }));
    const pools = [poolModel({ bootstrap: { ...PLAIN_BOOTSTRAP, files } })];

    const [, secret] = requiredSecrets(clusterModel({ pools, credentials: SECRET }));
    assert.deepEqual(secret?.keys, ['x', 'y']);
    assert.deepEqual(secret?.for, [
      'mothership/demo/workers: bootstrap.files[0].content',
      'mothership/demo/workers: bootstrap.files[1].content',
    ]);
  });

  it('have those that carry others into the cluster, of which an own credential is made', () => {
    const carries = { name: 'cloud-credentials', namespace: 'kube-system', keys: ['clouds.yaml'] };
    const own = { expiresAt: '2031-01-01T00:00:00Z' };
    const credentials = {
      kind: 'clusterIdentity',
      identityName: 'shared',
      cloudName: 'a',
      own,
    } as const;
    const addon = (name: string, secretName: string) => {
      const facts = addonCredentialsFacts(clusterModel({ credentials }), secretName, carries.keys);
      return addonModel({
        name,
        payload: [{ kind: 'existingSecret', secretName, carries, facts }],
      });
    };
    const addons = [addon('a', 'demo-cloud-credentials'), addon('b', 'by-hand')];
    const cluster = clusterModel({ addons, credentials });

    assert.deepEqual(linesOf(cluster), [
      'management demo/by-hand cloud-credentials.yaml addons.cluster.x-k8s.io/resource-set',
      'management demo/demo-cloud-credentials cloud-credentials.yaml addons.cluster.x-k8s.io/resource-set (pulumi up)',
    ]);
    assert.equal(requiredSecrets(cluster)[1]?.expiresAt, own.expiresAt);
    assert.deepEqual(requiredSecrets(cluster)[1]?.carries, carries);
  });
});

describe('Secrets that pods of addons read', () => {
  const POD = {
    imagePullSecrets: [{ name: 'registry' }],
    volumes: [
      { name: 'a', secret: { secretName: 'whole' } },
      { name: 'b', secret: { secretName: 'part', items: [{ key: 'one', path: 'one' }] } },
      { name: 'c', secret: { secretName: 'optional', optional: true } },
      { name: 'd', projected: { sources: [{ secret: { name: 'projected' } }, { configMap: {} }] } },
    ],
    initContainers: [{ name: 'i', envFrom: [{ secretRef: { name: 'env' } }] }],
    containers: [
      {
        name: 'c',
        env: [{ name: 'X', valueFrom: { secretKeyRef: { name: 'part', key: 'two' } } }],
      },
    ],
  };
  const DEPLOYMENT = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'tool', namespace: 'tools' },
    spec: { template: { spec: POD } },
  };
  const BROUGHT = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'whole', namespace: 'tools' },
  };
  const LINES = ['registry ', 'part one,two', 'projected ', 'env '];

  function found(documents: readonly object[] | string): readonly string[] {
    const payload = [
      { kind: 'configMap', suffix: '', entries: [{ key: 'a', documents }] },
    ] as never;
    const cluster = clusterModel({ addons: [addonModel({ payload })], credentials: SECRET });
    return linesOf(cluster).filter((line) => line.startsWith('workload'));
  }

  it('are those of volumes, variables and registries that no object of the addon brings', () => {
    assert.deepEqual(
      found([DEPLOYMENT, BROUGHT]).toSorted(),
      LINES.map((line) => `workload tools/${line}`).toSorted(),
    );
  });

  it('are found in texts too', () => {
    const text = [DEPLOYMENT, BROUGHT].map((one) => dump(one)).join('---\n');

    assert.deepEqual(
      found(text).toSorted(),
      LINES.map((line) => `workload tools/${line}`).toSorted(),
    );
  });

  it('say which objects read them', () => {
    const payload = [
      { kind: 'configMap', suffix: '', entries: [{ key: 'a', documents: [DEPLOYMENT] }] },
    ] as never;
    const cluster = clusterModel({ addons: [addonModel({ payload })], credentials: SECRET });

    const secret = requiredSecrets(cluster).find(({ name }) => name === 'part');
    assert.deepEqual(secret?.for, ['mothership/demo/hello: Deployment tools/tool']);
  });
});
