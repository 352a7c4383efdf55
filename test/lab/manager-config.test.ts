import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inFolder } from '../support/in-folder';
import { at } from '../support/rendering';
import type { ConfigFiles } from './config-files';
import { definitionsIn, webhooksIn } from './manager-config';

const WEBHOOK = { url: 'https://127.0.0.1:1234', caBundle: 'Y2E=' };
const CONTRACT = { 'cluster.x-k8s.io/v1beta1': 'v1alpha7_v1beta1' };

describe('the configuration of a manager', () => {
  for (const [way, kustomization] of [
    ['labels', { labels: [{ pairs: CONTRACT }] }],
    ['commonLabels', { commonLabels: CONTRACT }],
  ] as const) {
    it(`has its definitions say their contract, from ${way}`, () => {
      withFiles({ kustomization, versions: [true] }, (files) => {
        assert.deepEqual(at(definitionsIn(files), [0, 'metadata', 'labels']), CONTRACT);
      });
    });
  }

  it('has the manager convert where more than one version is served, and nobody without a manager', () => {
    const converter = (versions: readonly boolean[], webhook?: typeof WEBHOOK) =>
      withFiles({ kustomization: {}, versions }, (files) =>
        at(definitionsIn(files, webhook), [0, 'spec', 'conversion', 'webhook', 'clientConfig']),
      );

    const client = { url: 'https://127.0.0.1:1234/convert', caBundle: 'Y2E=' };
    assert.deepEqual(converter([true, true], WEBHOOK), client);
    assert.equal(converter([true, false], WEBHOOK), undefined);
    assert.equal(converter([true, true]), undefined);
  });

  it('has webhooks at the address of the manager, and none where the release has none', () => {
    withFiles({ kustomization: {}, versions: [true] }, (files) => {
      const [configuration] = webhooksIn(files, 'core', WEBHOOK);
      const none = { ...files, webhooks: join(files.bases, 'none.yaml') };

      assert.equal(at(configuration, ['metadata', 'name']), 'core');
      assert.deepEqual(at(configuration, ['webhooks', 0, 'clientConfig']), {
        url: 'https://127.0.0.1:1234/mutate-it',
        caBundle: 'Y2E=',
      });
      assert.deepEqual(webhooksIn(none, 'core', WEBHOOK), []);
    });
  });
});

interface Contents {
  readonly kustomization: object;
  /** Whether each version of the definition is served. */
  readonly versions: readonly boolean[];
}

function withFiles<T>({ kustomization, versions }: Contents, use: (files: ConfigFiles) => T): T {
  return inFolder((folder) => {
    const files = {
      bases: join(folder, 'bases'),
      kustomization: join(folder, 'kustomization.yaml'),
      webhooks: join(folder, 'webhooks.yaml'),
    };
    const clientConfig = { service: { name: 'webhook-service', path: '/mutate-it' } };
    mkdirSync(files.bases);
    const definition = {
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things' },
      spec: { versions: versions.map((served) => ({ served })) },
    };
    writeFileSync(join(files.bases, 'things.yaml'), stringify(definition));
    writeFileSync(files.kustomization, stringify(kustomization));
    const webhooks = { kind: 'MutatingWebhookConfiguration', webhooks: [{ clientConfig }] };
    writeFileSync(files.webhooks, stringify(webhooks));
    return use(files);
  });
}
