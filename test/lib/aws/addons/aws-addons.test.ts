import assert from 'node:assert/strict';
import { Addon, SecretSource } from '../../../../constructs/index';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { mapsAt } from '../../../../lib/base/value-at';
import { delivered, find, member, parts, podSpec } from '../../../constructs/addons/described';
import { type AwsClusterModel, accountModel, awsCluster } from '../../../support/aws-models';

const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

describe('Addon.awsCloudControllerManager', () => {
  it('runs on the control plane, on the network of the machine, for the region of the account', () => {
    const spec = podSpec(
      find(delivered(described(Addon.awsCloudControllerManager())), 'DaemonSet'),
    );

    assert.equal(member(spec, 'hostNetwork'), true);
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.deepEqual(member(spec, 'containers', 0, 'env'), [
      { name: 'AWS_REGION', value: 'eu-central-1' },
    ]);
    assert.deepEqual(member(spec, 'containers', 0, 'args'), [
      '--cloud-provider=aws',
      '--cluster-name=demo',
      '--configure-cloud-routes=false',
      '--use-service-account-credentials=false',
      '--bind-address=127.0.0.1',
    ]);
  });

  it('is the first release of the minor of Kubernetes, or the one that is named', () => {
    const images = (options: Parameters<typeof Addon.awsCloudControllerManager>[0]) =>
      member(
        podSpec(find(delivered(described(Addon.awsCloudControllerManager(options))), 'DaemonSet')),
        'containers',
        0,
        'image',
      );

    assert.match(String(images({})), /provider-aws\/cloud-controller-manager:v1\.32\.\d+(@|$)/);
    assert.match(String(images({ version: '1.31.5' })), /manager:v1\.31\.5$/);
    assert.equal(images({ image: 'registry.example/ccm:v1' }), 'registry.example/ccm:v1');
  });

  it('takes other arguments over those that are derived', () => {
    const addon = Addon.awsCloudControllerManager({ extraArgs: { 'cluster-name': 'own', v: '4' } });
    const args = member(
      podSpec(find(delivered(described(addon)), 'DaemonSet')),
      'containers',
      0,
      'args',
    ) as readonly string[];

    assert.ok(args.includes('--cluster-name=own') && args.includes('--v=4'));
    assert.ok(!args.includes('--cluster-name=demo'));
  });
});

describe('Addon.ebsCsi', () => {
  it('has its controller where the rights are, and where alone they are to be had', () => {
    const spec = podSpec(find(delivered(described(Addon.ebsCsi())), 'Deployment'));

    assert.equal(member(spec, 'hostNetwork'), true);
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.deepEqual(member(driver(spec), 'args'), [
      'controller',
      '--endpoint=unix:///csi/csi.sock',
      '--k8s-tag-cluster-id=demo',
    ]);
    assert.deepEqual(names(driver(spec), 'env'), ['CSI_NODE_NAME', 'AWS_REGION']);
    assert.deepEqual(parts(described(Addon.ebsCsi())), ['configMap ']);
  });

  it('has keys of a user where a Secret brings them', () => {
    const source = SecretSource.externalSecret({ store: 'vault', extract: { key: 'aws' } });
    const model = described(
      Addon.ebsCsi({ credentialsSecret: 'demo-aws', credentialsSource: source }),
    );
    const spec = podSpec(find(delivered(model), 'Deployment'));

    assert.deepEqual(parts(model), ['existing demo-aws', 'configMap ']);
    assert.deepEqual(names(driver(spec), 'env'), ['CSI_NODE_NAME', 'AWS_REGION', ...KEYS]);
    assert.deepEqual(member(driver(spec), 'env', 2, 'valueFrom'), {
      secretKeyRef: { name: 'aws-secret', key: 'key_id' },
    });
    assert.deepEqual(
      model.payload.map((part) => part.kind === 'existingSecret' && part.carries),
      [{ name: 'aws-secret', namespace: 'kube-system', keys: ['key_id', 'access_key'] }, false],
    );
    const plain = described(Addon.ebsCsi({ credentialsSecret: 'demo-aws' }));
    assert.deepEqual(
      plain.payload.map((part) => part.kind === 'existingSecret' && part.source),
      [undefined, false],
    );
  });

  it('asks on nodes for no rights in AWS', () => {
    const spec = podSpec(find(delivered(described(Addon.ebsCsi())), 'DaemonSet'));

    assert.deepEqual(member(driver(spec), 'args'), ['node', '--endpoint=unix:///csi/csi.sock']);
    assert.deepEqual(names(driver(spec), 'env'), ['CSI_NODE_NAME']);
  });

  it('takes snapshots where it shall', () => {
    const containers = (snapshots: boolean) =>
      names(
        podSpec(find(delivered(described(Addon.ebsCsi({ snapshots }))), 'Deployment')),
        'containers',
      );

    assert.ok(containers(true).includes('csi-snapshotter'));
    assert.ok(!containers(false).includes('csi-snapshotter'));
  });

  it('makes storage classes with what is said of them', () => {
    const model = described(
      Addon.ebsCsi({
        storageClasses: [
          { name: 'standard', default: true },
          {
            name: 'fast',
            type: 'io2',
            iops: 5000,
            throughput: 250,
            kmsKeyId: 'arn',
            fsType: 'xfs',
            reclaimPolicy: 'Retain',
            volumeBindingMode: 'Immediate',
            allowVolumeExpansion: false,
          },
          { name: 'open', encrypted: false },
        ],
      }),
    );
    const [standard, fast, open] = ['standard', 'fast', 'open'].map((name) =>
      find(delivered(model), 'StorageClass', name),
    );

    assert.deepEqual(standard?.metadata.annotations, {
      'storageclass.kubernetes.io/is-default-class': 'true',
    });
    assert.deepEqual(standard?.parameters, {
      'csi.storage.k8s.io/fstype': 'ext4',
      type: 'gp3',
      encrypted: 'true',
    });
    assert.deepEqual(
      [standard?.reclaimPolicy, standard?.volumeBindingMode, standard?.allowVolumeExpansion],
      ['Delete', 'WaitForFirstConsumer', true],
    );
    assert.deepEqual(fast?.parameters, {
      'csi.storage.k8s.io/fstype': 'xfs',
      type: 'io2',
      encrypted: 'true',
      iops: '5000',
      throughput: '250',
      kmsKeyId: 'arn',
    });
    assert.equal(fast?.metadata.annotations, undefined);
    assert.deepEqual(
      [fast?.reclaimPolicy, fast?.volumeBindingMode, fast?.allowVolumeExpansion],
      ['Retain', 'Immediate', false],
    );
    assert.equal(member(open?.parameters, 'encrypted'), 'false');
    assert.deepEqual(model.storageClasses, [
      { name: 'standard', default: true },
      { name: 'fast', default: false },
      { name: 'open', default: false },
    ]);
  });

  it('is for the region of its account', () => {
    const cloud = accountModel({ region: 'us-east-1' });
    const spec = podSpec(find(delivered(described(Addon.ebsCsi(), { cloud })), 'Deployment'));

    assert.equal(member(driver(spec), 'env', 1, 'value'), 'us-east-1');
  });
});

function described(addon: Addon, over: Partial<AwsClusterModel> = {}): AddonModel {
  return addon.describe(awsCluster(over), `mothership/demo/${addon.name}`);
}

/** Container of the driver itself. */
function driver(spec: unknown): unknown {
  return mapsAt(spec, 'containers').find(([{ name }]) => name === 'ebs-plugin')?.[0];
}

function names(value: unknown, list: string): readonly unknown[] {
  return mapsAt(value, list).map(([{ name }]) => name);
}
