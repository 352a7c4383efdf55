import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { Addon } from '../../../../constructs/index';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { AZURE_IMAGES } from '../../../../lib/azure/addons/images';
import { mapsAt } from '../../../../lib/base/value-at';
import { delivered, find, member, parts, podSpec } from '../../../constructs/addons/described';
import { azureCluster } from '../../../support/azure-models';

const MIRROR = 'registry.example/mirror/image:v1';
const CONFIG = { name: 'cloud-config', mountPath: '/etc/kubernetes/azure.json', readOnly: true };

describe('Addon.azureCloudControllerManager', () => {
  it('runs on the control plane with the file of its machine, and gives nodes their ranges', () => {
    const spec = daemonSet(described(Addon.azureCloudControllerManager()), MANAGER);

    assert.equal(member(spec, 'hostNetwork'), true);
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.deepEqual(member(spec, 'containers', 0, 'volumeMounts', 0), CONFIG);
    assert.deepEqual(member(spec, 'containers', 0, 'args'), [
      '--cloud-provider=azure',
      '--cloud-config=/etc/kubernetes/azure.json',
      '--cluster-name=demo',
      '--controllers=*,-cloud-node',
      '--allocate-node-cidrs=true',
      '--cluster-cidr=192.168.0.0/16',
      '--configure-cloud-routes=false',
      '--use-service-account-credentials=false',
      '--bind-address=127.0.0.1',
    ]);
  });

  it('has a manager on every node, which no other part initialises', () => {
    const spec = daemonSet(described(Addon.azureCloudControllerManager()), NODE_MANAGER);

    assert.deepEqual(member(spec, 'tolerations'), [{ operator: 'Exists' }]);
    assert.deepEqual(member(spec, 'containers', 0, 'args'), [
      '--node-name=$(NODE_NAME)',
      '--wait-routes=false',
    ]);
  });

  it('is a release of the minor of Kubernetes, or the one that is named, where that is to be had', () => {
    const images = (version: string, options = {}) => {
      const cluster = azureCluster({ kubernetesVersion: version });
      const model = Addon.azureCloudControllerManager(options).describe(cluster, 'demo/ccm');
      return [MANAGER, NODE_MANAGER].map((name) =>
        String(member(daemonSet(model, name), 'containers', 0, 'image')),
      );
    };

    for (const image of images('1.33.4')) assert.match(image, /oss\/kubernetes\/.*:v1\.33\.3$/);
    for (const image of images('1.34.1')) assert.match(image, /oss\/v2\/kubernetes\/.*:v1\.34\.3$/);
    for (const image of images('1.33.4', { version: '1.33.9' })) assert.match(image, /:v1\.33\.9$/);
    for (const image of images('1.34.3', { version: '1.33.3' }))
      assert.match(image, /oss\/kubernetes\/.*:v1\.33\.3$/);
    for (const image of images('1.33.4', { version: 'v1.34.3' }))
      assert.match(image, /oss\/v2\/kubernetes\/.*:v1\.34\.3$/);
    const mirrored = { images: { controller: MIRROR, nodeManager: MIRROR } };
    assert.deepEqual(images('1.33.4', mirrored), [MIRROR, MIRROR]);
  });

  it('takes other arguments over those that are derived', () => {
    const addon = Addon.azureCloudControllerManager({ extraArgs: { 'cluster-name': 'own' } });
    const args = member(daemonSet(described(addon), MANAGER), 'containers', 0, 'args');

    assert.ok((args as readonly string[]).includes('--cluster-name=own'));
    assert.ok(!(args as readonly string[]).includes('--cluster-name=demo'));
  });
});

describe('Addon.azureDiskCsi', () => {
  it('has its controller where the rights are, with the file of its machine', () => {
    const spec = podSpec(find(delivered(described(Addon.azureDiskCsi())), 'Deployment'));
    const driver = plugin(spec);

    assert.equal(member(spec, 'hostNetwork'), true);
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.ok((member(driver, 'volumeMounts') as unknown[]).some(isConfig));
    assert.deepEqual(parts(described(Addon.azureDiskCsi())), ['configMap ']);
  });

  it('asks on nodes for no rights in Azure', () => {
    const spec = podSpec(find(delivered(described(Addon.azureDiskCsi())), 'DaemonSet'));

    assert.ok(!(member(plugin(spec), 'volumeMounts') as unknown[]).some(isConfig));
    assert.ok(
      (member(plugin(spec), 'args') as readonly string[]).includes(
        '--allow-empty-cloud-config=true',
      ),
    );
  });

  it('takes snapshots where it shall, and images of a mirror', () => {
    const containers = (options: Parameters<typeof Addon.azureDiskCsi>[0]) =>
      mapsAt(
        podSpec(find(delivered(described(Addon.azureDiskCsi(options))), 'Deployment')),
        'containers',
      ).map(([one]) => `${one.name} ${one.image}`);

    assert.ok(containers({ snapshots: true }).some((one) => one.startsWith('csi-snapshotter ')));
    assert.ok(!containers({}).some((one) => one.startsWith('csi-snapshotter ')));
    assert.ok(containers({ images: { plugin: MIRROR } }).includes(`azuredisk ${MIRROR}`));
  });

  it('is found where its release is', () => {
    const { repository, moved } = AZURE_IMAGES.diskCsiDriver;
    const image = (options: Parameters<typeof Addon.azureDiskCsi>[0]) =>
      plugin(podSpec(find(delivered(described(Addon.azureDiskCsi(options))), 'Deployment'))).image;

    assert.equal(image({}), `${repository}:v1.33.1`);
    for (const version of ['1.30.3', '1.31.12', '1.32.11', '1.33.4'])
      assert.equal(image({ version }), `${repository}:v${version}`);
    for (const version of ['1.32.12', '1.33.5', '1.34.0', '1.35.1'])
      assert.equal(image({ version }), `${moved.repository}:v${version}`);
  });

  it('makes storage classes with what is said of them', () => {
    const model = described(
      Addon.azureDiskCsi({
        storageClasses: [
          { name: 'standard', default: true },
          { name: 'cached', skuName: 'Premium_LRS', cachingMode: 'ReadWrite' },
          { name: 'fast', skuName: 'UltraSSD_LRS', iops: 500, throughput: 100 },
          { name: 'own', diskEncryptionSetId: '/subscriptions/a' },
        ],
      }),
    );
    const classes = delivered(model).filter(({ kind }) => kind === 'StorageClass');

    assert.deepEqual(
      classes.map(({ parameters }) => {
        const { 'csi.storage.k8s.io/fstype': _, ...rest } = parameters as Record<string, string>;
        return rest;
      }),
      [
        { skuName: 'StandardSSD_LRS' },
        { skuName: 'Premium_LRS', cachingMode: 'ReadWrite' },
        {
          skuName: 'UltraSSD_LRS',
          cachingMode: 'None',
          DiskIOPSReadWrite: '500',
          DiskMBpsReadWrite: '100',
        },
        { skuName: 'StandardSSD_LRS', diskEncryptionSetID: '/subscriptions/a' },
      ],
    );
  });
});

const MANAGER = 'azure-cloud-controller-manager';
const NODE_MANAGER = 'cloud-node-manager';

function described(addon: Addon): AddonModel {
  return addon.describe(azureCluster(), `mothership/demo/${addon.name}`);
}

function daemonSet(model: AddonModel, name: string) {
  const found = delivered(model).find(
    (object) => object.kind === 'DaemonSet' && member(object, 'metadata', 'name') === name,
  );
  assert.ok(found !== undefined);
  return podSpec(found);
}

function plugin(spec: Parameters<typeof mapsAt>[0]) {
  const found = mapsAt(spec, 'containers').find(([one]) => one.name === 'azuredisk');
  assert.ok(found !== undefined);
  return found[0];
}

function isConfig(mount: unknown): boolean {
  return isDeepStrictEqual(mount, CONFIG);
}
