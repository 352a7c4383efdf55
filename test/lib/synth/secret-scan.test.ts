import assert from 'node:assert/strict';
import type { Manifest } from '../../../lib/model/addon';
import { share } from '../../../lib/model/shared';
import { emitYaml } from '../../../lib/synth/emit-yaml';
import { findCredentials, maySpillCredentials } from '../../../lib/synth/secret-scan';

const CLOUDS =
  'clouds:\n  openstack:\n    auth:\n      auth_url: https://cloud.example\n      password: not-a-password\n';
const KEY = ['-----BEGIN RSA PRIVATE', 'KEY-----\nbm90LWEta2V5\n'].join(' ');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const SPILLS: readonly [
  string,
  { readonly kind: string; readonly [field: string]: unknown },
  string,
][] = [
  [
    'a clouds.yaml in a Secret',
    { kind: 'Secret', data: { 'clouds.yaml': base64(CLOUDS) } },
    'data["clouds.yaml"]',
  ],
  [
    'a clouds.yaml in plain text',
    { kind: 'Secret', stringData: { 'clouds.yaml': CLOUDS } },
    'stringData["clouds.yaml"]',
  ],
  [
    'a clouds.yaml as JSON',
    { kind: 'ConfigMap', data: { c: '{"clouds":{"a":{"auth":{"password":"x"}}}}' } },
    'data.c',
  ],
  [
    'a private key in a file',
    { kind: 'KubeadmControlPlane', spec: { files: [{ content: KEY }] } },
    'spec.files[0].content',
  ],
  [
    'a cloud.conf',
    { kind: 'ConfigMap', data: { x: '[Global]\napplication-credential-secret=abc\n' } },
    'data.x',
  ],
  [
    'a kubeconfig',
    { kind: 'ConfigMap', data: { x: 'users:\n- user:\n    client-key-data: abc\n' } },
    'data.x',
  ],
  [
    'a Secret in a payload',
    { kind: 'ConfigMap', data: { x: `kind: Secret\ndata:\n  clouds.yaml: ${base64(CLOUDS)}\n` } },
    'data.x',
  ],
  [
    'a Secret as JSON in a payload',
    { kind: 'ConfigMap', data: { x: JSON.stringify(secret()) } },
    'data.x',
  ],
  [
    'a Secret in a ConfigMap of a payload',
    { kind: 'ConfigMap', data: { x: emitYaml(carrier(JSON.stringify(secret()))) } },
    'data.x',
  ],
  [
    'a Secret in a ConfigMap that is written with escapes',
    { kind: 'ConfigMap', data: { x: JSON.stringify(carrier(emitYaml(secret()))) } },
    'data.x',
  ],
  ['a Secret of a list', { kind: 'List', items: [secret()] }, 'items[0].data["clouds.yaml"]'],
];

function secret(): Manifest {
  const metadata = { name: 'x' };
  return { apiVersion: 'v1', kind: 'Secret', metadata, data: { 'clouds.yaml': base64(CLOUDS) } };
}

function carrier(text: string): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'y' }, data: { text } };
}

describe('findCredentials', () => {
  for (const [what, object, field] of SPILLS) {
    it(`finds ${what}`, () => {
      const manifest: Manifest = { ...object, apiVersion: 'v1', metadata: { name: 'x' } };

      assert.deepEqual(
        findCredentials(manifest).map((finding) => finding.field),
        [field],
      );
      assert.equal(maySpillCredentials(emitYaml(manifest)), true);
    });
  }

  it('passes references and harmless secrets', () => {
    const manifest = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'x' },
      data: { greeting: base64('hello'), note: base64('the password is elsewhere') },
    };

    assert.deepEqual(findCredentials(manifest), []);
  });

  it('finds a credential again in data that many objects share, and in long texts', () => {
    const long = `${'# comment\n'.repeat(300)}password=abc\n`;
    for (const data of [share({ x: 'client-key-data: abc' }), { x: long }]) {
      const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data };

      for (let round = 0; round < 2; round++) assert.equal(findCredentials(manifest).length, 1);
    }
  });

  it('finds nothing in words that only look like a credential', () => {
    const data = {
      x: '--use-service-account-credentials=false',
      y: 'credentials of the Passwords',
    };
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data };

    assert.deepEqual(findCredentials(manifest), []);
    assert.equal(maySpillCredentials(emitYaml(manifest)), false);
  });
});
