import assert from 'node:assert/strict';
import {
  describeHCloudCloudControllerManager,
  type HCloudCloudControllerManagerOptions,
} from '../../../../lib/hetzner/addons/cloud-controller-manager';
import {
  describeHCloudCsi,
  type HCloudCsiOptions,
} from '../../../../lib/hetzner/addons/hcloud-csi';
import { HetznerSecret } from '../../../../lib/hetzner/model/hetzner-secret';
import { HetznerNetwork } from '../../../../lib/hetzner/model/network';
import { SecretSource } from '../../../../lib/secrets/model/secret-source';
import { delivered, find, member, podSpec } from '../../../constructs/addons/described';
import type { HetznerModel } from '../../../support/hetzner-models';
import { clusterModel } from '../../../support/models';
import { describedOn } from './described';

const MIRROR = 'registry.corp.example/mirror/image:v1';

describe('Addon.hcloudCloudControllerManager', () => {
  it('runs on the control plane, with the token that Cluster API copies', () => {
    const spec = podSpec(find(delivered(manager()), 'DaemonSet'));

    assert.deepEqual(manager().payload.length, 1);
    assert.deepEqual(tokenOf(spec), { name: 'hcloud', key: 'token' });
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
  });

  it('finds machines and load balancers in the network of the cluster', () => {
    assert.deepEqual(settings(), {
      HCLOUD_INSTANCES_ADDRESS_FAMILY: 'ipv4',
      HCLOUD_INSTANCES_ZONE_LABEL_ENABLED: 'false',
      HCLOUD_LOAD_BALANCERS_LOCATION: 'fsn1',
      HCLOUD_LOAD_BALANCERS_USE_PRIVATE_IP: 'true',
      HCLOUD_METRICS_ENABLED: 'false',
      HCLOUD_NETWORK: 'demo',
      HCLOUD_NETWORK_ROUTES_ENABLED: 'false',
    });
  });

  it('finds them at public addresses where there is no network', () => {
    assert.deepEqual(
      settings({ loadBalancerRegion: 'nbg1' }, { network: HetznerNetwork.public().model }),
      {
        HCLOUD_INSTANCES_ADDRESS_FAMILY: 'ipv4',
        HCLOUD_INSTANCES_ZONE_LABEL_ENABLED: 'false',
        HCLOUD_LOAD_BALANCERS_LOCATION: 'nbg1',
        HCLOUD_METRICS_ENABLED: 'false',
      },
    );
  });

  it('gives nodes the families of their pods', () => {
    const both = ['192.168.0.0/16', 'fd00::/48'];
    const family = (podCidrs: readonly string[]) =>
      settings({}, { podCidrs }).HCLOUD_INSTANCES_ADDRESS_FAMILY;

    assert.equal(family(both), 'dualstack');
    assert.equal(family(both.slice(1)), 'ipv6');
  });

  it('names no region where a cluster has none', () => {
    assert.equal(
      settings({}, { controlPlaneRegions: [] }).HCLOUD_LOAD_BALANCERS_LOCATION,
      undefined,
    );
  });

  it('has a release, arguments and an image of the user', () => {
    const text = JSON.stringify(delivered(manager({ extraArgs: { v: '4' }, image: MIRROR })));

    assert.equal(manager({ version: '1.33.1' }).version, '1.33.1');
    assert.ok(JSON.stringify(delivered(manager({ version: '1.33.1' }))).includes(':v1.33.1"'));
    assert.ok(text.includes('"--v=4"'));
    assert.ok(text.includes(MIRROR));
    assert.ok(!text.includes('hetznercloud'));
  });
});

describe('Addon.hcloudCsi', () => {
  it('has the token in its controller, and none on nodes', () => {
    const objects = delivered(csi());

    assert.deepEqual(tokenOf(podSpec(find(objects, 'Deployment'))), {
      name: 'hcloud',
      key: 'token',
    });
    assert.ok(!JSON.stringify(find(objects, 'DaemonSet')).includes('HCLOUD_TOKEN'));
    assert.deepEqual(member(find(objects, 'CSIDriver'), 'metadata', 'name'), 'csi.hetzner.cloud');
  });

  it('takes no snapshots, which volumes of Hetzner Cloud do not have', () => {
    assert.ok(!JSON.stringify(delivered(csi())).includes('snapshot'));
  });

  it('makes storage classes with every field, and shows them to the checks', () => {
    const model = csi({
      storageClasses: [
        {
          name: 'safe',
          default: true,
          encryption: { name: 'passphrase' },
          fsType: 'xfs',
          reclaimPolicy: 'Retain',
          volumeBindingMode: 'Immediate',
          allowVolumeExpansion: false,
        },
        { name: 'theirs', encryption: { name: 'passphrase', namespace: 'safe' } },
        { name: 'plain' },
      ],
    });
    const objects = delivered(model);
    const safe = find(objects, 'StorageClass', 'safe');
    const parameters = (name: string) => member(find(objects, 'StorageClass', name), 'parameters');

    assert.deepEqual(model.storageClasses, [
      { name: 'safe', default: true },
      { name: 'theirs', default: false },
      { name: 'plain', default: false },
    ]);
    assert.deepEqual(parameters('safe'), {
      'csi.storage.k8s.io/fstype': 'xfs',
      'csi.storage.k8s.io/node-publish-secret-name': 'passphrase',
      'csi.storage.k8s.io/node-publish-secret-namespace': 'kube-system',
    });
    assert.equal(member(safe, 'reclaimPolicy'), 'Retain');
    assert.equal(member(safe, 'volumeBindingMode'), 'Immediate');
    assert.equal(member(safe, 'allowVolumeExpansion'), false);
    assert.deepEqual(parameters('theirs'), {
      'csi.storage.k8s.io/fstype': 'ext4',
      'csi.storage.k8s.io/node-publish-secret-name': 'passphrase',
      'csi.storage.k8s.io/node-publish-secret-namespace': 'safe',
    });
    assert.deepEqual(parameters('plain'), { 'csi.storage.k8s.io/fstype': 'ext4' });
  });

  it('is of a release and from a mirror', () => {
    const images = Object.fromEntries(
      ['driver', 'attacher', 'provisioner', 'resizer', 'registrar', 'livenessProbe'].map((name) => [
        name,
        MIRROR,
      ]),
    );
    const text = JSON.stringify(delivered(csi({ images })));

    assert.ok(!/registry\.k8s\.io|docker\.io/u.test(text));
    assert.ok(JSON.stringify(delivered(csi({ version: '2.21.1' }))).includes('driver:v2.21.1'));
  });
});

describe('addons of Hetzner Cloud', () => {
  const describes = [describeHCloudCloudControllerManager, describeHCloudCsi];
  const source = SecretSource.externalSecret({ store: 'vault', extract: { key: 'hcloud' } });
  const carries = { name: 'hcloud-addons', namespace: 'kube-system', keys: ['token'] };
  const brought = { kind: 'existingSecret', secretName: 'demo-hcloud-addons', carries };

  it('have the token by the name and key that the cluster has it by', () => {
    const hetznerSecret = HetznerSecret.fromSecret('mine', { keys: { hcloudToken: 'api' } }).model;

    for (const describe of describes) {
      const { payload } = describedOn(describe({}), { hetznerSecret });
      const text = JSON.stringify(payload);
      assert.ok(text.includes('"secretKeyRef":{"key":"api","name":"mine"}'), text);
    }
  });

  it('bring a token of their own where Cluster API copies none, or they are told so', () => {
    for (const describe of describes) {
      const none = { secretInWorkloadCluster: false };
      const { payload } = describedOn(describe({}), none);
      assert.deepEqual(payload[0], brought);
      assert.ok(
        JSON.stringify(payload).includes('"secretKeyRef":{"key":"token","name":"hcloud-addons"}'),
      );
      const told = describedOn(describe({ credentialsSecret: 'ours' })).payload[0];
      assert.deepEqual(told, { ...brought, secretName: 'ours' });
      const made = describedOn(describe({ credentialsSource: source })).payload[0];
      assert.deepEqual(made, { ...brought, source });
    }
  });

  it('are empty on another cloud, of which a rule tells', () => {
    const place = { name: 'csi', path: 'mothership/demo/csi' };

    assert.deepEqual(describeHCloudCsi({})(clusterModel(), place), {
      type: 'hcloud-csi',
      strategy: 'Reconcile',
      payload: [],
      cloud: { kind: 'hetzner', part: 'csi-driver' },
    });
  });
});

function manager(
  options: HCloudCloudControllerManagerOptions = {},
  over: Partial<HetznerModel> = {},
) {
  return describedOn(describeHCloudCloudControllerManager(options), over);
}

function csi(options: HCloudCsiOptions = {}, over: Partial<HetznerModel> = {}) {
  return describedOn(describeHCloudCsi(options), over);
}

function environment(spec: unknown): readonly Record<string, unknown>[] {
  const containers = member(spec, 'containers') as readonly { readonly env?: unknown }[];
  return containers.flatMap(({ env }) => (env ?? []) as readonly Record<string, unknown>[]);
}

function tokenOf(spec: unknown): unknown {
  const variable = environment(spec).find(({ name }) => name === 'HCLOUD_TOKEN');
  return member(variable, 'valueFrom', 'secretKeyRef');
}

/** Settings of the cloud controller manager that are named after Hetzner Cloud, but for the token. */
function settings(
  options: HCloudCloudControllerManagerOptions = {},
  over: Partial<HetznerModel> = {},
): Readonly<Record<string, unknown>> {
  const spec = podSpec(find(delivered(manager(options, over)), 'DaemonSet'));
  return Object.fromEntries(
    environment(spec)
      .filter(({ name, value }) => String(name).startsWith('HCLOUD_') && value !== undefined)
      .map(({ name, value }) => [name, value]),
  );
}
