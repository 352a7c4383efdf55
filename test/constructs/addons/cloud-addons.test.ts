import assert from 'node:assert/strict';
import { Addon } from '../../../constructs/addons/addon';
import type { AddonModel } from '../../../lib/model/addon';
import { cloudModel, clusterModel } from '../../support/models';
import {
  delivered,
  described,
  find,
  member,
  PASSWORD,
  PLAINTEXT,
  parts,
  podSpec,
} from './described';

const KINDS = [
  ['openStackCloudControllerManager', Addon.openStackCloudControllerManager, 'cloud-config'],
  ['cinderCsi', Addon.cinderCsi, 'cinder-csi-cloud-config'],
] as const;

const REST = { secretName: 'demo-cloud-config', cloudName: 'openstack' };

function conf(model: AddonModel, kind: 'ConfigMap' | 'Secret'): string {
  const field = kind === 'Secret' ? 'stringData' : 'data';
  return String(member(find(delivered(model), kind), field, 'cloud.conf'));
}

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

describe('Addon.openStackCloudControllerManager', () => {
  it('runs on control-plane nodes that wait for it', () => {
    const spec = podSpec(
      find(delivered(described(Addon.openStackCloudControllerManager())), 'DaemonSet'),
    );
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.equal(member(spec, 'hostNetwork'), true);
    assert.match(JSON.stringify(spec), /node\.cloudprovider\.kubernetes\.io\/uninitialized/);
  });

  it('names load balancers after the cluster or as the user says', () => {
    assert.equal(described(Addon.openStackCloudControllerManager()).cloudControllerName, 'demo');
    const model = described(Addon.openStackCloudControllerManager({ clusterName: 'old' }));
    assert.equal(model.cloudControllerName, 'old');
    assert.match(JSON.stringify(delivered(model)), /--cluster-name=old/);
  });

  const networks = [
    [{ filter: { name: 'public' } }, /\[Networking\]\npublic-network-name=public\n/],
    [{ id: 'f00' }, /\[LoadBalancer\]\nfloating-network-id=f00\n/],
  ] as const;
  const drivers = [
    [{ loadBalancerProvider: 'amphora' }, 'ovn', 'lb-provider=amphora\n'],
    [{}, 'ovn', 'lb-provider=ovn\nlb-method=SOURCE_IP_PORT\n'],
    [{ loadBalancerProvider: 'ovn' }, undefined, 'lb-provider=ovn\nlb-method=SOURCE_IP_PORT\n'],
    [{}, undefined, ''],
  ] as const;
  for (const [options, provider, expected] of drivers) {
    it(`writes ${JSON.stringify(expected)} for ${JSON.stringify([options, provider])}`, () => {
      const model = described(Addon.openStackCloudControllerManager(options), {
        endpoint: {
          kind: 'managed',
          allowedCidrs: [],
          additionalPorts: [],
          ...(provider === undefined ? {} : { provider }),
        },
      });
      assert.equal(conf(model, 'ConfigMap').split('[LoadBalancer]\n')[1] ?? '', expected);
    });
  }

  it('writes a cloud.conf for an external network and OVN', () => {
    const cloud = cloudModel({
      externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
    });
    const options = {
      loadBalancerProvider: 'ovn',
      cloudConf: { LoadBalancer: { 'create-monitor': true }, Route: { 'router-id': 'f00' } },
    };
    const model = described(Addon.openStackCloudControllerManager(options), { cloud });
    assert.equal(
      conf(model, 'ConfigMap'),
      `[Global]
use-clouds=true
clouds-file=/etc/openstack/clouds.yaml
cloud=openstack

[Networking]
public-network-name=public

[LoadBalancer]
lb-provider=ovn
lb-method=SOURCE_IP_PORT
create-monitor=true

[Route]
router-id=f00
`,
    );
  });

  it('writes a cloud.conf with credentials in plain text', () => {
    const model = described(Addon.openStackCloudControllerManager(), { credentials: PLAINTEXT });
    assert.equal(
      conf(model, 'Secret'),
      `[Global]
auth-url=https://keystone.example.com:5000/v3
username=fake-user
password="fake;pass#word"
tenant-name=fake-project
user-domain-name=Default
region=RegionOne
os-endpoint-type=public
tls-insecure=true
`,
    );
  });

  it('takes arguments over its own', () => {
    const extraArgs = { v: '2', 'cluster-name': 'mine' };
    const model = described(Addon.openStackCloudControllerManager({ extraArgs }));
    const container = member(podSpec(find(delivered(model), 'DaemonSet')), 'containers', 0);
    const args = member(container, 'args');
    assert.ok(Array.isArray(args));
    assert.deepEqual(args.slice(-2), ['--cluster-name=mine', '--v=2']);
    assert.equal(args.filter((arg) => String(arg).startsWith('--cluster-name')).length, 1);
    assert.equal(model.cloudControllerName, 'mine');
  });

  for (const [network, expected] of networks) {
    it(`knows the external network ${JSON.stringify(network)}`, () => {
      const cloud = cloudModel({ externalNetwork: { kind: 'lookup', network } });
      const model = described(Addon.openStackCloudControllerManager(), { cloud });
      assert.match(conf(model, 'ConfigMap'), expected);
    });
  }
});

describe('Addon.cinderCsi', () => {
  it('makes storage classes with every field', () => {
    const model = described(
      Addon.cinderCsi({
        storageClasses: [
          { name: 'standard', default: true },
          {
            name: 'fast',
            volumeType: 'ssd',
            availabilityZone: 'az1',
            fsType: 'xfs',
            reclaimPolicy: 'Retain',
            volumeBindingMode: 'Immediate',
            allowVolumeExpansion: false,
          },
        ],
      }),
    );
    const objects = delivered(model);
    assert.deepEqual(find(objects, 'StorageClass', 'standard'), {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: 'standard',
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      provisioner: 'cinder.csi.openstack.org',
      parameters: { 'csi.storage.k8s.io/fstype': 'ext4' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
    assert.deepEqual(find(objects, 'StorageClass', 'fast'), {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'cinder.csi.openstack.org',
      parameters: { 'csi.storage.k8s.io/fstype': 'xfs', type: 'ssd', availability: 'az1' },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: false,
    });
  });

  it('runs a controller with its sidecars and a pod on every node', () => {
    const objects = delivered(described(Addon.cinderCsi()));
    assert.deepEqual(containers(podSpec(find(objects, 'Deployment'))), [
      'csi-attacher',
      'csi-provisioner',
      'csi-resizer',
      'livenessprobe',
      'cinder-csi-plugin',
    ]);
    assert.deepEqual(containers(podSpec(find(objects, 'DaemonSet'))), [
      'csi-node-driver-registrar',
      'livenessprobe',
      'cinder-csi-plugin',
    ]);
    assert.equal(find(objects, 'CSIDriver').metadata.name, 'cinder.csi.openstack.org');
    assert.doesNotMatch(JSON.stringify(objects), /snapshot/);
  });

  const nodes = [
    ['1.31.0', 'demo', undefined],
    ['1.32.0', 'none', '--node-service-no-os-client=true'],
    ['1.36.0', 'none', undefined],
  ] as const;
  for (const [version, secret, flag] of nodes) {
    it(`of ${version} has ${secret === 'none' ? 'no' : 'its'} credentials on nodes`, () => {
      for (const credentials of [PLAINTEXT, clusterModel({}).credentials]) {
        const model = described(Addon.cinderCsi({ version }), { credentials });
        const spec = JSON.stringify(podSpec(find(delivered(model), 'DaemonSet')));
        assert.equal(/"secret":|secretName/.test(spec), secret !== 'none');
        assert.equal(spec.includes('--provide-controller-service=false'), secret === 'none');
        assert.equal(spec.includes('--node-service-no-os-client'), flag !== undefined);
        const controller = JSON.stringify(podSpec(find(delivered(model), 'Deployment')));
        assert.match(controller, /secretName/);
      }
    });
  }

  it('tells nodes how to attach and where metadata is, and nothing else', () => {
    const cloudConf = {
      Global: { region: 'north' },
      BlockStorage: { 'rescan-on-resize': true },
      Metadata: { 'search-order': 'metadataService' },
    };
    const model = described(Addon.cinderCsi({ cloudConf }));
    const config = find(delivered(model), 'ConfigMap', 'cinder-csi-node-cloud-config');
    assert.equal(
      member(config, 'data', 'cloud.conf'),
      '[Metadata]\nsearch-order=metadataService\n\n[BlockStorage]\nrescan-on-resize=true\n',
    );
  });

  it('offers no inline volumes, which the driver refuses', () => {
    const driver = find(delivered(described(Addon.cinderCsi())), 'CSIDriver');
    assert.deepEqual(member(driver, 'spec', 'volumeLifecycleModes'), ['Persistent']);
  });

  it('takes snapshots on demand', () => {
    const objects = delivered(described(Addon.cinderCsi({ snapshots: true })));
    assert.ok(containers(podSpec(find(objects, 'Deployment'))).includes('csi-snapshotter'));
    assert.match(JSON.stringify(find(objects, 'ClusterRole')), /snapshot\.storage\.k8s\.io/);
  });
});

function containers(spec: unknown): readonly string[] {
  const list = member(spec, 'containers');
  return Array.isArray(list) ? list.map(({ name }) => String(name)) : [];
}
