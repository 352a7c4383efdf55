import assert from 'node:assert/strict';
import { Addon } from '../../../constructs/addons/addon';
import { clusterModel } from '../../support/models';
import { conf, delivered, described, find, member, PASSWORD, PLAINTEXT, parts } from './described';

const KINDS = [
  ['openStackCloudControllerManager', Addon.openStackCloudControllerManager, 'cloud-config'],
  ['cinderCsi', Addon.cinderCsi, 'cinder-csi-cloud-config'],
] as const;

const REST = { secretName: 'demo-cloud-config', cloudName: 'openstack' };

for (const [title, make, configName] of KINDS) {
  describe(`Addon.${title}`, () => {
    it('refers to credentials that the user brings', () => {
      const model = described(make());
      assert.deepEqual(parts(model), ['existing demo-cloud-credentials', 'configMap ']);
      assert.equal(model.plaintextCredentials, false);
      assert.match(conf(model, 'ConfigMap'), /^\[Global\]\nuse-clouds=true\n/);
      assert.match(conf(model, 'ConfigMap'), /clouds-file=\/etc\/openstack\/clouds\.yaml\n/);
      assert.match(conf(model, 'ConfigMap'), /cloud=openstack\n/);
      assert.equal(find(delivered(model), 'ConfigMap').metadata.name, configName);
      assert.equal(
        delivered(model).some(({ kind }) => kind === 'Secret'),
        false,
      );
    });

    it('takes the name of the Secret from the user', () => {
      const model = described(make({ credentialsSecret: 'mine' }));
      assert.deepEqual(parts(model), ['existing mine', 'configMap ']);
    });

    it('delivers plaintext credentials in one Secret and nowhere else', () => {
      const model = described(make(), { credentials: PLAINTEXT });
      assert.deepEqual(parts(model), ['secret cloud-config', 'configMap ']);
      assert.equal(model.plaintextCredentials, true);
      assert.equal(find(delivered(model), 'Secret').metadata.name, configName);
      const text = conf(model, 'Secret');
      assert.match(text, /auth-url=https:\/\/keystone\.example\.com:5000\/v3\n/);
      assert.match(
        text,
        /username=fake-user\npassword="fake;pass#word"\ntenant-name=fake-project\n/,
      );
      assert.match(text, /region=RegionOne\nos-endpoint-type=public\ntls-insecure=true\n/);
      const others = model.payload.filter(({ kind }) => kind !== 'secret');
      assert.doesNotMatch(JSON.stringify(others), new RegExp(PASSWORD));
    });

    it('carries application credentials and the certificate authority', () => {
      const credentials = {
        ...PLAINTEXT,
        kind: 'plaintext' as const,
        cloudName: 'rented',
        cloudsYaml: `clouds: {rented: {auth: {auth_url: "https://example.com", application_credential_id: "1", application_credential_secret: fake}}}`,
        caCertificate: 'fake certificate',
        secretName: 'x',
      };
      const model = described(make(), { credentials });
      assert.match(
        conf(model, 'Secret'),
        /application-credential-id=1\napplication-credential-secret=fake\n/,
      );
      assert.match(conf(model, 'Secret'), /ca-file=\/etc\/config\/ca\.crt\n/);
      const secret = find(delivered(model), 'Secret');
      assert.equal(member(secret, 'stringData', 'ca.crt'), 'fake certificate');
    });

    it('leaves a clouds.yaml without the entry to the checks', () => {
      for (const cloudsYaml of ['clouds: {}', 'clouds: [', '', '- 1']) {
        const credentials = { ...PLAINTEXT, kind: 'plaintext' as const, ...REST, cloudsYaml };
        assert.doesNotMatch(conf(described(make(), { credentials }), 'Secret'), /\[Global\]/);
      }
    });

    it('follows the Kubernetes minor version or the user', () => {
      assert.equal(described(make(), { kubernetesVersion: 'v1.34.2' }).version, '1.34.0');
      const model = described(make({ version: 'v1.31.3' }));
      assert.match(
        JSON.stringify(delivered(model)),
        /registry\.k8s\.io\/provider-os\/[a-z-]+:v1\.31\.3/,
      );
    });

    it('puts the user’s keys over the derived ones', () => {
      const model = described(make({ cloudConf: { BlockStorage: { 'rescan-on-resize': true } } }));
      assert.match(conf(model, 'ConfigMap'), /\[BlockStorage\]\nrescan-on-resize=true\n/);
    });

    it('is described alike wherever it stands, in the name of its cluster', () => {
      const [here, there] = ['mothership/demo/a', 'other/folder/demo/a'].map((path) => ({
        ...make().describe(clusterModel({}), path),
        path: '',
      }));
      assert.equal(JSON.stringify(here), JSON.stringify(there));
      const other = JSON.stringify(delivered(described(make(), { name: 'other' })));
      assert.match(other, /--cluster(-name)?=other"/);
      assert.doesNotMatch(other, /capi-fleet:|metadata\.addr/);
    });
  });
}
