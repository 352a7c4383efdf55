import assert from 'node:assert/strict';
import { SecretSource } from '../../../../lib/secrets/model/secret-source';
import {
  describeVSphereCloudController,
  type VSphereCloudControllerOptions,
} from '../../../../lib/vsphere/addons/cloud-controller-manager';
import {
  describeVSphereCsi,
  type VSphereCsiOptions,
} from '../../../../lib/vsphere/addons/vsphere-csi';
import { VOLUME_CLUSTER_ID } from '../../../../lib/vsphere/model/addon-facts';
import { VSphereIdentity } from '../../../../lib/vsphere/model/identity';
import { VSphereZones } from '../../../../lib/vsphere/model/zones';
import { delivered, find, member, podSpec } from '../../../constructs/addons/described';
import { clusterModel } from '../../../support/models';
import {
  portGroup,
  THUMBPRINT,
  type VSphereModel,
  vCenterModel,
  ZONE,
} from '../../../support/vsphere-models';
import { describedOn } from './described';

const MIRROR = 'registry.corp.example/mirror/image:v1';
const EXTERNAL = SecretSource.externalSecret({ store: 'vault', extract: { key: 'vcenter' } });

describe('Addon.vSphereCloudControllerManager', () => {
  it('reads the account from files that are named after the vCenter', () => {
    const spec = podSpec(find(delivered(manager()), 'DaemonSet'));

    assert.deepEqual(member(spec, 'volumes', 1, 'secret'), {
      secretName: 'vsphere-account',
      items: [
        { key: 'username', path: 'vcenter.example.org.username' },
        { key: 'password', path: 'vcenter.example.org.password' },
      ],
    });
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
  });

  it('is told of vCenter, datacenters and zones', () => {
    const zones = VSphereZones.written({ a: ZONE, b: { ...ZONE, datacenter: 'dc-2' } }).model;

    assert.deepEqual(config({ cloud: vCenterModel({ zones }) }), {
      global: {
        port: 443,
        secretsDirectory: '/etc/vsphere-account',
        ipFamily: ['ipv4'],
        thumbprint: THUMBPRINT,
      },
      vcenter: {
        'vcenter.example.org': { server: 'vcenter.example.org', datacenters: ['dc-1', 'dc-2'] },
      },
      labels: { region: 'k8s-region', zone: 'k8s-zone' },
    });
  });

  it('checks no certificate where the program says so, and knows both families', () => {
    const { thumbprint: _, ...unchecked } = vCenterModel({ placement: {} });
    const network = portGroup({ nodeCidrIPv6: 'fd00:8::/64' });

    assert.deepEqual(config({ cloud: unchecked, network }), {
      global: {
        port: 443,
        secretsDirectory: '/etc/vsphere-account',
        ipFamily: ['ipv4', 'ipv6'],
        insecureFlag: true,
      },
      vcenter: { 'vcenter.example.org': { server: 'vcenter.example.org' } },
    });
  });

  it('is told of no categories where zones have several, or others write them', () => {
    const other = { ...ZONE, zone: { ...ZONE.zone, tagCategory: 'rack' } };
    const several = VSphereZones.written({ a: ZONE, b: other }).model;
    const existing = VSphereZones.existing(['a']).model;

    for (const zones of [several, existing]) {
      assert.equal(member(config({ cloud: vCenterModel({ zones }) }), 'labels'), undefined);
    }
  });

  it('has the release of its Kubernetes minor, and arguments and an image of the user', () => {
    const text = JSON.stringify(delivered(manager({ extraArgs: { v: '4' }, image: MIRROR })));

    assert.equal(manager().version, '1.32.0');
    assert.ok(text.includes('"--v=4"'));
    assert.ok(text.includes(MIRROR));
    assert.ok(!text.includes('cloud-provider-vsphere'));
  });
});

describe('Addon.vSphereCsi', () => {
  it('writes settings without an account, and takes that from the Secret', () => {
    const objects = delivered(csi({ topologyCategories: ['k8s-region', 'k8s-zone'] }));
    const conf = member(find(objects, 'ConfigMap', 'vsphere-csi-config'), 'data');
    const text = JSON.stringify(find(objects, 'Deployment'));

    assert.deepEqual(conf, {
      'csi-vsphere.conf': [
        '[Global]',
        'cluster-id = "mothership-demo"',
        `thumbprint = "${THUMBPRINT}"`,
        '',
        '[VirtualCenter "vcenter.example.org"]',
        'datacenters = "dc-1"',
        '',
        '[Labels]',
        'topology-categories = "k8s-region,k8s-zone"',
        '',
      ].join('\n'),
    });
    assert.equal(
      text.split('"secretKeyRef":{"key":"password","name":"vsphere-account"}').length,
      3,
    );
    assert.ok(text.includes('--strict-topology'));
  });

  it('has no account on nodes', () => {
    const text = JSON.stringify(find(delivered(csi()), 'DaemonSet'));

    assert.ok(!text.includes('vsphere-account'));
    assert.ok(!text.includes('vsphere-csi-config'));
  });

  it('says nothing of datacenters, zones and certificates where nothing is known', () => {
    const { thumbprint: _, ...unchecked } = vCenterModel({ placement: {} });
    const objects = delivered(csi({}, { cloud: unchecked }));

    assert.equal(
      member(find(objects, 'ConfigMap', 'vsphere-csi-config'), 'data', 'csi-vsphere.conf'),
      '[Global]\ncluster-id = "mothership-demo"\ninsecure-flag = "true"\n\n[VirtualCenter "vcenter.example.org"]\n',
    );
    assert.ok(!JSON.stringify(objects).includes('--strict-topology'));
  });

  it('makes storage classes with every field, and shows them to the checks', () => {
    const model = csi({
      storageClasses: [
        {
          name: 'gold',
          default: true,
          storagePolicyName: 'Gold',
          datastoreUrl: 'ds:///vmfs/volumes/vsan:52/',
          fsType: 'xfs',
          reclaimPolicy: 'Retain',
          volumeBindingMode: 'Immediate',
          allowVolumeExpansion: false,
        },
        { name: 'plain' },
      ],
    });
    const gold = find(delivered(model), 'StorageClass', 'gold');

    assert.deepEqual(model.storageClasses, [
      { name: 'gold', default: true },
      { name: 'plain', default: false },
    ]);
    assert.deepEqual(member(gold, 'parameters'), {
      'csi.storage.k8s.io/fstype': 'xfs',
      storagepolicyname: 'Gold',
      datastoreurl: 'ds:///vmfs/volumes/vsan:52/',
    });
    assert.equal(member(gold, 'reclaimPolicy'), 'Retain');
    assert.equal(member(gold, 'volumeBindingMode'), 'Immediate');
    assert.equal(member(gold, 'allowVolumeExpansion'), false);
    const plain = find(delivered(model), 'StorageClass', 'plain');
    assert.deepEqual(member(plain, 'parameters'), { 'csi.storage.k8s.io/fstype': 'ext4' });
    assert.equal(member(plain, 'metadata', 'annotations'), undefined);
  });

  it('tells its volumes from those of others by an identifier', () => {
    assert.equal(VOLUME_CLUSTER_ID.of(csi()), 'mothership-demo');
    assert.equal(VOLUME_CLUSTER_ID.of(csi({ clusterId: 'old' })), 'old');
  });

  it('takes snapshots on demand, of a release and from a mirror', () => {
    const images = Object.fromEntries(
      [
        'driver',
        'syncer',
        'attacher',
        'provisioner',
        'resizer',
        'snapshotter',
        'registrar',
        'livenessProbe',
      ].map((name) => [name, MIRROR]),
    );
    const text = JSON.stringify(delivered(csi({ snapshots: true, images })));

    assert.ok(!JSON.stringify(delivered(csi())).includes('csi-snapshotter'));
    assert.ok(text.includes('"csi-snapshotter"'));
    assert.ok(!text.includes('registry.k8s.io'));
    assert.ok(JSON.stringify(delivered(csi({ version: '3.6.0' }))).includes('syncer:v3.6.0'));
  });
});

describe('addons of vSphere', () => {
  it('get their account from a Secret that exists, or that External Secrets makes as the other', () => {
    const identity = VSphereIdentity.fromExternalSecret({
      store: 'vault',
      extract: { key: 'vcenter' },
    });

    for (const describe of [describeVSphereCloudController({}), describeVSphereCsi({})]) {
      const carries = {
        name: 'vsphere-account',
        namespace: 'kube-system',
        keys: ['password', 'username'],
      };
      const plain = { kind: 'existingSecret', secretName: 'demo-vsphere-account', carries };
      assert.deepEqual(describedOn(describe).payload[0], plain);
      const made = describedOn(describe, { identity: identity.model });
      assert.deepEqual(made.payload[0], { ...plain, source: EXTERNAL });
    }
  });

  it('get it from where the identity says, whatever that is', () => {
    const options = { addons: EXTERNAL };
    for (const { model } of [
      VSphereIdentity.manager(options),
      VSphereIdentity.fromClusterIdentity('shared', options),
      VSphereIdentity.fromSecret('mine', options),
    ]) {
      const { payload } = manager({ credentialsSecret: 'ours' }, { identity: model });
      assert.equal(member(payload[0], 'secretName'), 'ours');
      assert.deepEqual(member(payload[0], 'source'), EXTERNAL);
    }
  });

  it('are empty on another cloud, of which a rule tells', () => {
    const place = { name: 'csi', path: 'mothership/demo/csi' };

    assert.deepEqual(describeVSphereCsi({})(clusterModel(), place), {
      type: 'vsphere-csi',
      strategy: 'Reconcile',
      payload: [],
      cloud: { kind: 'vsphere', part: 'csi-driver' },
    });
  });
});

function manager(options: VSphereCloudControllerOptions = {}, over: Partial<VSphereModel> = {}) {
  return describedOn(describeVSphereCloudController(options), over);
}

function csi(options: VSphereCsiOptions = {}, over: Partial<VSphereModel> = {}) {
  return describedOn(describeVSphereCsi(options), over);
}

function config(over: Partial<VSphereModel>): unknown {
  const map = find(delivered(manager({}, over)), 'ConfigMap', 'vsphere-cloud-config');
  return JSON.parse(String(member(map, 'data', 'vsphere.conf')));
}
