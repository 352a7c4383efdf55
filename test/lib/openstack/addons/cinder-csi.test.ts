import assert from 'node:assert/strict';
import { Addon } from '../../../../constructs/addons/addon';
import { VOLUME_CLUSTER_NAME } from '../../../../lib/openstack/model/addon-facts';
import {
  delivered,
  described,
  find,
  member,
  PLAINTEXT,
  podSpec,
} from '../../../constructs/addons/described';
import { clusterModel } from '../../../support/models';

describe('Addon.cinderCsi', () => {
  it('names volumes after the cluster or as the user says', () => {
    assert.equal(VOLUME_CLUSTER_NAME.of(described(Addon.cinderCsi())), 'demo');
    const model = described(Addon.cinderCsi({ clusterName: 'mothership-demo' }));
    assert.equal(VOLUME_CLUSTER_NAME.of(model), 'mothership-demo');
    for (const kind of ['Deployment', 'DaemonSet']) {
      const spec = JSON.stringify(podSpec(find(delivered(model), kind)));
      assert.match(spec, /--cluster=mothership-demo"/);
    }
  });

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

  it('forgoes zones in every pod where the user says so', () => {
    const argsOf = (topology?: boolean) =>
      ['Deployment', 'DaemonSet'].map((kind) => {
        const addon = Addon.cinderCsi(topology === undefined ? {} : { topology });
        const spec = podSpec(find(delivered(described(addon)), kind));
        return JSON.stringify(spec).includes('"--with-topology=false"');
      });

    assert.deepEqual(argsOf(false), [true, true]);
    assert.deepEqual(argsOf(true), [false, false]);
    assert.deepEqual(argsOf(), [false, false]);
    assert.equal(described(Addon.cinderCsi({ topology: false })).volumeTopology, false);
  });

  it('shows its storage classes to the checks, two of one name too', () => {
    const storageClasses = [{ name: 'fast', default: true }, { name: 'fast' }];
    assert.deepEqual(described(Addon.cinderCsi({ storageClasses })).storageClasses, [
      { name: 'fast', default: true },
      { name: 'fast', default: false },
    ]);
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
      metadata: { 'Search-Order': 'metadataService' },
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
