import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { Addon } from '../../../../constructs/addons/addon';
import { Delivery } from '../../../../lib/addons/catalogue/delivery';
import { ManifestSource } from '../../../../lib/addons/catalogue/manifest-source';
import { namedManifests } from '../../../../lib/addons/catalogue/scratch-chart';
import { Cni } from '../../../../lib/addons/model/cni';
import { RulePeer } from '../../../../lib/addons/model/firewall-rule';
import { cloudConfText } from '../../../../lib/openstack/addons/cloud-conf';
import { delivered, described } from '../../../constructs/addons/described';

const TEXT = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: apps\n';
const OPTIONS = {
  delivery: Delivery.clusterResourceSet({ strategy: 'Reconcile' }),
  cni: Cni.cilium(),
  securityRules: [{ name: 'web', protocol: 'tcp', ports: 80, from: RulePeer.cidr('10.0.0.0/8') }],
};

describe('Addon.manifest', () => {
  it('delivers a text as it is, once', () => {
    const model = described(Addon.manifest('apps', ManifestSource.text(TEXT)));
    assert.deepEqual(model, {
      path: 'mothership/demo/apps',
      name: 'apps',
      type: 'manifest',
      delivery: { kind: 'clusterResourceSet', strategy: 'ApplyOnce' },
      payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'objects', documents: TEXT }] }],
      managementObjects: [],
      securityRules: [],
      autoscales: false,
      plaintextCredentials: false,
    });
  });

  it('takes delivery, network plugin and firewall rules', () => {
    const model = described(Addon.manifest('apps', ManifestSource.text(TEXT), OPTIONS));
    assert.equal(model.delivery.strategy, 'Reconcile');
    assert.equal(model.cni?.kind, 'cilium');
    assert.deepEqual(
      model.securityRules.map(({ name, portRangeMax }) => [name, portRangeMax]),
      [['web', 80]],
    );
  });

  it('reads a file when it is described', () => {
    const addon = Addon.manifest('apps', ManifestSource.file(join(__dirname, 'missing.yaml')));
    const { payload, unreadable } = described(addon);

    assert.deepEqual(payload, []);
    assert.equal(unreadable?.reason, 'missing');
    assert.match(unreadable.file, /missing\.yaml$/);
  });

  it('tells a folder from a file', () => {
    const addon = Addon.manifest('apps', ManifestSource.file(__dirname));

    assert.equal(described(addon).unreadable?.reason, 'folder');
  });
});

describe('Addon.constructs', () => {
  it('delivers the objects of a function, whose names are their own', () => {
    const addon = Addon.constructs(
      'apps',
      (scope) => {
        new ApiObject(scope, 'ns', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'a' },
        });
        new ApiObject(scope, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
      },
      OPTIONS,
    );
    const model = described(addon);
    assert.deepEqual(
      delivered(model).map(({ kind, metadata }) => [kind, metadata.name]),
      [
        ['Namespace', 'a'],
        ['ConfigMap', 'apps-config'],
      ],
    );
    assert.equal(model.cni?.kind, 'cilium');
    assert.equal(model.type, 'constructs');
  });

  it('has other names and selectors than a like addon of another name', () => {
    const names = ['one', 'two'].map((name) => {
      const addon = Addon.constructs(name, (scope) => {
        new ApiObject(scope, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
      });
      return delivered(described(addon))[0]?.metadata.name;
    });
    assert.deepEqual(names, ['one-config', 'two-config']);
  });

  it('calls the function once', () => {
    let calls = 0;
    const addon = Addon.constructs('apps', () => {
      calls += 1;
    });
    described(addon);
    described(addon);
    assert.equal(calls, 1);
  });
});

describe('namedManifests', () => {
  it('builds once and fills in the names of each cluster', () => {
    let calls = 0;
    const make = (name: string) =>
      namedManifests('test', { name }, (chart, k8s, marks) => {
        calls += 1;
        new k8s.KubeNamespace(chart, 'ns', { metadata: { name: `${marks.name}-ns` } });
      });
    assert.equal(make('a')[0]?.metadata.name, 'a-ns');
    assert.equal(make('b')[0]?.metadata.name, 'b-ns');
    assert.equal(calls, 1);
  });
});

describe('cloudConfText', () => {
  it('quotes what the reader would take for syntax, and leaves out what is undefined', () => {
    const text = cloudConfText({
      Global: { password: 'a;b"c\\d', region: undefined, username: 'plain' },
      Route: { 'router-id': undefined },
      Networking: { 'ipv6-support-disabled': false },
    });
    assert.equal(
      text,
      '[Global]\npassword="a;b\\"c\\\\d"\nusername=plain\n\n[Networking]\nipv6-support-disabled=false\n',
    );
  });
});

describe('cloudConfText of a list', () => {
  it('has a line for each item, and none for an empty one', () => {
    const names = ['lan', 'stor age'];

    assert.equal(
      cloudConfText({
        Networking: { 'internal-network-name': names, 'public-network-name': [] },
        Route: { 'router-id': [] },
      }),
      '[Networking]\ninternal-network-name=lan\ninternal-network-name="stor age"\n',
    );
  });
});

describe('constructs/addons', () => {
  it('loads the library of Kubernetes kinds when an addon needs it', () => {
    const addon = join(__dirname, '../../../../constructs/addons/addon');
    const script = `require(${JSON.stringify(addon)});
      const loaded = Object.keys(require.cache).filter((file) => /cdk8s-plus|js-yaml/.test(file));
      console.log(JSON.stringify(loaded));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
      encoding: 'utf8',
      cwd: join(__dirname, '../../..'),
    });
    assert.equal(output.trim(), '[]');
  });
});
