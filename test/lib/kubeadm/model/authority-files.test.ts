import assert from 'node:assert/strict';
import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { nodeEnvironment } from '../../../../lib/kubeadm/model/node-environment';
import { bootstrapBytes } from '../../../../lib/kubeadm/model/user-data';
import {
  cloudModel,
  clusterModel,
  controlPlaneModel,
  PROFILES,
  profile,
} from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { rendered } from '../../../support/rendering';
import { FAKE_CA } from '../../../support/sourced-fleet';

const OTHER_CA = FAKE_CA.replace('MAo=', 'MAs=');
const SECRET = { name: 'corp', key: 'ca.crt' };
const CLOUD = { kind: 'cloud' } as const;

describe('authorities on machines', () => {
  it('are written once, though two names and three mirrors have them', () => {
    const files = written({
      trustedCAs: [trusted('corp', FAKE_CA), CLOUD, trusted('lab', OTHER_CA)],
      registryMirrors: [mirror('docker.io', FAKE_CA), mirror('quay.io', FAKE_CA, OTHER_CA)],
    });

    assert.deepEqual(
      files.filter(({ path }) => path.endsWith('.crt')).map(({ path }) => path),
      ['/etc/capi-fleet/ca/corp.crt', '/etc/capi-fleet/ca/lab.crt'],
    );
    assert.deepEqual(namedIn(files, 'quay.io'), [
      '/etc/capi-fleet/ca/corp.crt',
      '/etc/capi-fleet/ca/lab.crt',
    ]);
  });

  it('are written with the first mirror where machines do not trust them otherwise', () => {
    const files = written({
      registryMirrors: [mirror('docker.io', FAKE_CA), mirror('quay.io', `${FAKE_CA}\n`)],
    });

    const path = '/etc/containerd/certs.d/docker.io/ca-0.crt';
    assert.deepEqual(
      files.filter((file) => file.path.endsWith('.crt')).map((file) => file.path),
      [path],
    );
    assert.deepEqual(namedIn(files, 'quay.io'), [path]);
  });

  it('are told apart by the keys of Secrets', () => {
    const files = written({
      trustedCAs: [trusted('corp', SECRET), trusted('other', { ...SECRET, key: 'tls.crt' })],
      registryMirrors: [mirror('docker.io', SECRET)],
    });

    assert.equal(files.filter(({ path }) => path.endsWith('.crt')).length, 2);
    assert.deepEqual(namedIn(files, 'docker.io'), ['/etc/capi-fleet/ca/corp.crt']);
  });

  it('are written as often as they are named where the cluster keeps its old names', () => {
    const files = written(
      {
        trustedCAs: [trusted('corp', FAKE_CA), CLOUD],
        registryMirrors: [mirror('docker.io', FAKE_CA)],
      },
      { templateNames: 'hashed-0.1' },
    );

    assert.equal(files.filter(({ content }) => content === FAKE_CA).length, 3);
    assert.deepEqual(namedIn(files, 'docker.io'), ['/etc/containerd/certs.d/docker.io/ca-0.crt']);
  });

  it('take room in user data once', () => {
    const content = FAKE_CA.repeat(100);
    const bytes = bootstrapBytes(clusterModel(), {
      ...PLAIN_BOOTSTRAP,
      trustedCAs: [trusted('corp', content)],
      registryMirrors: [mirror('docker.io', content), mirror('quay.io', content)],
    });

    const sum = bytes.reduce((all, one) => all + one.bytes, 0);
    assert.ok(sum > content.length && sum < 2 * content.length, `${sum}`);
  });

  for (const [clusterApi, provider] of PROFILES) {
    it(`serve the API server too, with Cluster API ${clusterApi} and provider ${provider}`, () => {
      const control = controlPlane(FAKE_CA, { profile: profile(clusterApi, provider) });

      assert.equal(control.split(pem(FAKE_CA)).length, 2);
      assert.match(control, /oidc-ca-file\W+(value\W+)?\/etc\/capi-fleet\/ca\/corp\.crt/);
      assert.match(control, /"hostPath":"\/etc\/capi-fleet\/ca\/corp\.crt"/);
      assert.doesNotMatch(control, /oidc-ca\.pem/);
    });
  }

  it('of an issuer that machines do not trust are for the API server alone', () => {
    for (const control of [
      controlPlane(OTHER_CA),
      controlPlane(FAKE_CA, { templateNames: 'hashed-0.1' }),
    ]) {
      assert.match(control, /"hostPath":"\/etc\/kubernetes\/authentication"/);
      assert.match(control, /"path":"\/etc\/kubernetes\/authentication\/oidc-ca\.pem"/);
    }
  });
});

type Bootstrap = typeof PLAIN_BOOTSTRAP;

function written(bootstrap: Partial<Bootstrap>, overrides: Partial<AssembledCluster> = {}) {
  const cluster = clusterModel({ cloud: cloudModel({ caCertificate: FAKE_CA }), ...overrides });
  return nodeEnvironment(cluster, { ...PLAIN_BOOTSTRAP, ...bootstrap }).files;
}

function controlPlane(authority: string, overrides: Partial<AssembledCluster> = {}): string {
  const objects = rendered(
    clusterModel({
      controlPlane: controlPlaneModel({
        bootstrap: { ...PLAIN_BOOTSTRAP, trustedCAs: [trusted('corp', FAKE_CA)] },
        authentication: {
          kind: 'oidc',
          oidc: {
            issuerUrl: 'https://login.example',
            clientId: 'kubernetes',
            certificateAuthority: authority,
          },
        },
      }),
      ...overrides,
    }),
  );
  return JSON.stringify(objects.get('controlPlane'));
}

function pem(authority: string): string {
  return JSON.stringify(authority).slice(1, -1);
}

function trusted(name: string, content: string | typeof SECRET) {
  return { kind: 'named', name, content } as const;
}

function mirror(registry: string, ...authorities: readonly (string | typeof SECRET)[]) {
  const endpoints = authorities.map((ca, index) => ({ url: `https://mirror${index}.example`, ca }));
  return { registry, endpoints };
}

/** Paths of authorities that the configuration of a registry names. */
function namedIn(files: ReturnType<typeof written>, registry: string): readonly string[] {
  const hosts = files.find(({ path }) => path.endsWith(`${registry}/hosts.toml`));
  return [...String(hosts?.content).matchAll(/ca = "(.*)"/g)].map(([, path = '']) => path);
}
