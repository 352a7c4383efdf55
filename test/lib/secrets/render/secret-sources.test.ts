import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { CloudCredentials, type Manifest, SecretSource } from '../../../../constructs/index';
import { checkAgainstCrds, loadCrds } from '../../../../lib/schema/full-check';
import { at, findObject, testFleet } from '../../../support/fleets';
import { sealedValue } from '../../../support/secret-sources';
import { externalFleet, FAKE_CA, fromSeal, REAL_CRDS } from '../../../support/sourced-fleet';

const MOVE = { 'clusterctl.cluster.x-k8s.io/move': 'true' };
const KEEP = {
  'argocd.argoproj.io/sync-options': 'Prune=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

/** Objects of the only cluster of a fleet. */
function objectsOf({ fleet }: { fleet: ReturnType<typeof testFleet>['fleet'] }): Manifest[] {
  return loadAll(fleet.synthYaml()) as Manifest[];
}

function sealed(credentials: CloudCredentials, caCertificate?: string): readonly Manifest[] {
  const fleet = testFleet(caCertificate === undefined ? {} : { cloud: { caCertificate } });
  fleet.cluster('prod', { credentials });
  return objectsOf(fleet);
}

describe('a Secret from External Secrets', () => {
  const objects = objectsOf(externalFleet());

  it('has name, namespace, move label and type, and stays when its source goes', () => {
    assert.deepEqual(findObject(objects, 'ExternalSecret', 'corp'), {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'corp', namespace: 'prod', annotations: KEEP },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        refreshInterval: '1h0m0s',
        target: {
          name: 'corp',
          creationPolicy: 'Orphan',
          deletionPolicy: 'Retain',
          template: { type: 'Opaque', metadata: { labels: MOVE } },
        },
        data: [
          { secretKey: 'ca', remoteRef: { key: 'x/ca' } },
          { secretKey: 'file', remoteRef: { key: 'x/file' } },
        ],
      },
    });
  });

  it('holds the authority of the cloud beside clouds.yaml', () => {
    const { spec } = findObject(objects, 'ExternalSecret', 'prod-cloud-config');

    assert.deepEqual(at(spec, 'target.template'), {
      type: 'Opaque',
      metadata: { labels: MOVE },
      mergePolicy: 'Merge',
      data: { cacert: FAKE_CA },
    });
    assert.deepEqual(at(spec, 'data'), [
      { secretKey: 'clouds.yaml', remoteRef: { key: 'clouds/prod', property: 'yaml' } },
    ]);
  });

  it('brings the same entries into the cluster as the manifest of a Secret', () => {
    const { spec } = findObject(objects, 'ExternalSecret', 'prod-cloud-credentials');

    const template = at(spec, 'target.template') as { type: string; data: Record<string, string> };
    assert.equal(template.type, 'addons.cluster.x-k8s.io/resource-set');
    assert.deepEqual(Object.keys(template.data), ['cloud-credentials.yaml']);
    assert.deepEqual(loadAll(template.data['cloud-credentials.yaml'] ?? ''), [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'cloud-credentials', namespace: 'kube-system' },
        type: 'Opaque',
        data: {
          cacert: Buffer.from(FAKE_CA).toString('base64'),
          'clouds.yaml': '{{ index . `clouds.yaml` | b64enc }}',
        },
      },
    ]);
  });

  it('tells addons where the authority is', () => {
    const config = objects
      .filter(({ kind }) => kind === 'ConfigMap')
      .map((object) => JSON.stringify(object.data))
      .filter((data) => data.includes('clouds-file'));

    assert.equal(config.length, 2);
    for (const data of config) assert.match(data, /ca-file=\/etc\/openstack\/cacert/);
  });

  it('serves object stores too', () => {
    const { spec } = findObject(objects, 'ExternalSecret', 'prod-backup');

    const data = at(spec, 'target.template.data') as Record<string, string>;
    assert.match(data['etcd-backup-credentials.yaml'] ?? '', /index \. `access-key-id` \| b64enc/);
  });

  it('may come from one entry with a property for each key', () => {
    const fleet = testFleet();
    const credentials = CloudCredentials.fromExternalSecret({
      store: 'local',
      storeKind: 'SecretStore',
      extract: { key: 'clouds/prod', version: '3' },
      refreshSeconds: 90,
    });
    fleet.cluster('prod', { credentials });

    const { spec } = findObject(objectsOf(fleet), 'ExternalSecret');
    assert.deepEqual(at(spec, 'secretStoreRef'), { kind: 'SecretStore', name: 'local' });
    assert.equal(at(spec, 'refreshInterval'), '1m30s');
    assert.deepEqual(at(spec, 'dataFrom'), [{ extract: { key: 'clouds/prod', version: '3' } }]);
    assert.equal(at(spec, 'data'), undefined);
  });

  it('stands once between the namespace and the Cluster, in each profile', () => {
    const kinds = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

    const places = ['Namespace prod', 'ExternalSecret corp', 'Cluster prod'].map((name) =>
      kinds.indexOf(name),
    );
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
    assert.equal(kinds.filter((name) => name === 'ExternalSecret corp').length, 1);
  });

  it('leaves machines as those whose Secrets exist', () => {
    const { spec } = findObject(objects, 'KubeadmControlPlane');

    const files = at(spec, 'kubeadmConfigSpec.files') as { path: string; contentFrom: unknown }[];
    assert.deepEqual(files.find(({ path }) => path === '/etc/corp')?.contentFrom, {
      secret: { name: 'corp', key: 'file' },
    });
  });

  it('can be patched', () => {
    const fleet = testFleet();
    const cluster = fleet.cluster('prod', {
      credentials: CloudCredentials.fromExternalSecret({
        store: 'vault',
        data: { 'clouds.yaml': { key: 'a' } },
      }),
    });
    cluster.secretObject('prod-cloud-config').metadata.addLabel('team', 'a');

    const { metadata } = findObject(objectsOf(fleet), 'ExternalSecret');
    assert.deepEqual(metadata.labels, { team: 'a' });
  });
});

describe('a Secret from Sealed Secrets', () => {
  const encryptedData = { 'clouds.yaml': sealedValue('a') };

  it('has name, namespace, move label and type, and stays when its source goes', () => {
    const objects = sealed(CloudCredentials.fromSealedSecret({ encryptedData }));

    assert.deepEqual(findObject(objects, 'SealedSecret'), {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { name: 'prod-cloud-config', namespace: 'prod', annotations: KEEP },
      spec: {
        encryptedData,
        template: {
          type: 'Opaque',
          metadata: {
            labels: MOVE,
            annotations: { 'sealedsecrets.bitnami.com/skip-set-owner-references': 'true' },
          },
        },
      },
    });
  });

  for (const scope of ['namespace-wide', 'cluster-wide'] as const) {
    it(`says that it was sealed ${scope}`, () => {
      const credentials = CloudCredentials.fromSealedSecret({ encryptedData, scope });

      assert.deepEqual(findObject(sealed(credentials), 'SealedSecret').metadata.annotations, {
        ...KEEP,
        [`sealedsecrets.bitnami.com/${scope}`]: 'true',
      });
    });
  }

  it('holds the authority of the cloud beside clouds.yaml', () => {
    const objects = sealed(CloudCredentials.fromSealedSecret({ encryptedData }), FAKE_CA);

    const { spec } = findObject(objects, 'SealedSecret');
    assert.deepEqual(at(spec, 'template.data'), { cacert: FAKE_CA });
  });

  it('keeps an authority that was sealed', () => {
    const both = { ...encryptedData, cacert: sealedValue('b') };
    const objects = sealed(CloudCredentials.fromSealedSecret({ encryptedData: both }), FAKE_CA);

    const { spec } = findObject(objects, 'SealedSecret');
    assert.equal(at(spec, 'template.data'), undefined);
  });

  it('has the type that brings it into a cluster, for its addons', () => {
    const objects = objectsOf(externalFleet());

    const { spec } = findObject(objects, 'SealedSecret', 'prod-autoscaler');
    assert.equal(at(spec, 'template.type'), 'addons.cluster.x-k8s.io/resource-set');
  });
});

describe('sources of Secrets', () => {
  it('fit the CRDs of their projects in full', function () {
    if (!existsSync(REAL_CRDS)) {
      console.log(`    skipped: no CRD files in ${REAL_CRDS}`);
      this.skip();
    }
    const definitions = ['external-secrets-v2.9.0', 'sealed-secrets-v0.36.6'];
    const objects = objectsOf(externalFleet()).filter(({ kind }) =>
      /^(External|Sealed)Secret$/.test(kind),
    );

    assert.equal(objects.length, 5);
    for (const name of definitions) {
      const crds = loadCrds(join(REAL_CRDS, name));
      const kind = name.startsWith('external') ? 'ExternalSecret' : 'SealedSecret';
      const own = objects.filter((object) => object.kind === kind);
      assert.notEqual(own.length, 0);
      for (const object of own) assert.deepEqual(checkAgainstCrds(crds, object), [], kind);
    }
  });

  it('are one for several places', () => {
    const fleet = testFleet();
    const source = fromSeal('a', 'b');
    const file = (key: string) => ({ path: `/etc/${key}`, content: { name: 'x', key, source } });
    const bootstrap = { files: [file('a'), file('b')] };
    const controlPlane = { flavor: 'large', bootstrap } as const;
    fleet.cluster('prod', { controlPlane });

    assert.ok(findObject(objectsOf(fleet), 'SealedSecret', 'x'));
  });

  it('are plain data', () => {
    const source = SecretSource.externalSecret({ store: 'vault', extract: { key: 'a' } });

    assert.deepEqual(source, JSON.parse(JSON.stringify(source)));
  });
});
