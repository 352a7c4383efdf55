import assert from 'node:assert/strict';
import { Addon, ApiEndpoint, BackupCredentials, Etcd, FloatingIP } from '../../../constructs/index';
import { PLAIN_BOOTSTRAP } from '../../../lib/kubeadm/model/bootstrap';
import { ImageCollector } from '../../../lib/output/fleet-images';
import { imagesTable } from '../../../lib/output/images-table';
import { nestedObjects } from '../../../lib/output/nested-objects';
import { described } from '../../constructs/addons/described';
import { clusterModel, controlPlaneModel } from '../../support/models';
import { rendered } from '../../support/rendering';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const STORE = {
  endpoint: 'https://objects.example',
  bucket: 'backups',
  credentials: BackupCredentials.fromClusterSecret('backup'),
};
const POD_OBJECT = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'b' },
  spec: { containers: [{ image: 'b:1' }] },
};
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{image: "a:1"}]}\n';

describe('images of a fleet', () => {
  it('are those of addons, static pods and kubeadm, with the clusters that have them', () => {
    const digests = { 'ghcr.io/kube-vip/kube-vip:v0.8.9': DIGEST };
    const endpoint = ApiEndpoint.virtualIp({ address: '10.6.0.9', floatingIP: FloatingIP.none() });
    const controlPlane = controlPlaneModel({
      etcd: Etcd.local({ imageRepository: 'mirror.example', imageTag: '3.5.21-0' }).model,
    });
    const collector = new ImageCollector('images.json', digests);
    for (const path of ['mothership/a', 'mothership/b']) {
      const base = clusterModel({
        path,
        controlPlane,
        imageDigests: digests,
        endpoint: endpoint.model,
      });
      const addons = [described(Addon.etcdDefragmentation(), base)];
      const model = { ...base, addons: path.endsWith('a') ? addons : [] };
      const objects = [...rendered(model).values()].map((object) => ({ object }));
      collector.add(model, objects);
    }
    const list = collector.images();

    assert.equal(
      imagesTable(list),
      `ghcr.io/kube-vip/kube-vip:v0.8.9 ${DIGEST} from ghcr.io in mothership/a and mothership/b
mirror.example/etcd:3.5.21-0 (no digest) from mirror.example in mothership/a and mothership/b
registry.k8s.io/kube-apiserver:v1.32.4 (kubeadm uses the tag) from registry.k8s.io in mothership/a and mothership/b
registry.k8s.io/kube-controller-manager:v1.32.4 (kubeadm uses the tag) from registry.k8s.io in mothership/a and mothership/b
registry.k8s.io/kube-proxy:v1.32.4 (kubeadm uses the tag) from registry.k8s.io in mothership/a and mothership/b
registry.k8s.io/kube-scheduler:v1.32.4 (kubeadm uses the tag) from registry.k8s.io in mothership/a and mothership/b
not listed: images of CoreDNS, pause, whose tags kubeadm v1.32.4 and the container runtime choose (mothership/a)
not listed: images of CoreDNS, pause, whose tags kubeadm v1.32.4 and the container runtime choose (mothership/b)
`,
    );
    assert.deepEqual(list.images[1]?.pulls, [
      { cluster: 'mothership/a', kind: 'workload', from: ['mirror.example'] },
      { cluster: 'mothership/b', kind: 'workload', from: ['mirror.example'] },
    ]);
  });

  it('come from the mirrors of machines, and to a management cluster from its own registry', () => {
    const registryMirrors = [
      { registry: 'registry.k8s.io', endpoints: [{ url: 'https://k8s.example/v2/x' }] },
      {
        registry: '_default',
        endpoints: [{ url: 'https://all.example:5000' }],
        fallback: false,
      },
    ];
    const base = clusterModel({
      kubernetesVersion: '1.32.4',
      controlPlane: controlPlaneModel({ bootstrap: { ...PLAIN_BOOTSTRAP, registryMirrors } }),
      pools: [],
      management: { path: 'mothership', imageRegistries: { 'registry.k8s.io': 'r.example/k8s' } },
    });
    const addons = [
      described(Addon.clusterAutoscaler(), base),
      described(Addon.etcdBackup(STORE), base),
    ];
    const collector = new ImageCollector('images.json', undefined);
    collector.add(
      base,
      [...rendered({ ...base, addons }).values()].map((object) => ({ object })),
    );
    const { images } = collector.images();
    const pullsOf = (part: string) =>
      images
        .filter(({ image }) => image.includes(part))
        .map(({ registry, pulls }) => ({ registry, pulls }));

    assert.deepEqual(pullsOf('cluster-autoscaler'), [
      {
        registry: 'r.example',
        pulls: [{ cluster: 'mothership', kind: 'management', from: ['r.example'] }],
      },
    ]);
    assert.deepEqual(pullsOf('/etcd:'), [
      {
        registry: 'registry.k8s.io',
        pulls: [
          {
            cluster: 'mothership/demo',
            kind: 'workload',
            from: ['k8s.example', 'registry.k8s.io'],
          },
        ],
      },
    ]);
    assert.deepEqual(pullsOf('rclone'), [
      {
        registry: 'docker.io',
        pulls: [{ cluster: 'mothership/demo', kind: 'workload', from: ['all.example:5000'] }],
      },
    ]);
    assert.match(
      imagesTable(collector.images()),
      /^r\.example\/k8s\/autoscaling\/cluster-autoscaler:v\S+ (\(no digest\) )?from r\.example in management cluster mothership$/m,
    );
  });

  it("of objects of the user's own are pulled where these are applied", () => {
    const collector = new ImageCollector('images.json', undefined);
    collector.addManagement('mothership', [
      { object: POD_OBJECT },
      { object: { ...POD_OBJECT, kind: 'ConfigMap', data: { pod: POD } } },
    ]);

    assert.deepEqual(
      collector.images().images.map(({ image, pulls }) => [image, pulls.map(({ kind }) => kind)]),
      [
        ['a:1', ['workload']],
        ['b:1', ['management']],
      ],
    );
  });

  it('name three clusters at most, and count the others', () => {
    const table = (count: number) => {
      const collector = new ImageCollector('images.json', undefined);
      for (const name of 'abcdefgh'.slice(0, count)) {
        collector.addManagement(name, [{ object: POD_OBJECT }]);
      }
      return imagesTable(collector.images());
    };

    assert.equal(table(1), 'b:1 (no digest) from docker.io in management cluster a\n');
    assert.equal(table(3), 'b:1 (no digest) from docker.io in management clusters a, b and c\n');
    assert.equal(
      table(8),
      'b:1 (no digest) from docker.io in management clusters a, b, c and 5 more\n',
    );
  });

  it('that kubeadm chooses are said not to be listed, as far as there are any', () => {
    const unlisted = (kubeadmConfigSpec: object) => {
      const collector = new ImageCollector('images.json', undefined);
      const spec = { version: 'v1.32.4', kubeadmConfigSpec };
      const object = {
        apiVersion: 'controlplane.cluster.x-k8s.io/v1beta1',
        kind: 'KubeadmControlPlane',
        metadata: { name: 'a' },
        spec,
      };
      collector.add(clusterModel(), [{ object }]);
      return collector.images().unlisted;
    };
    const chosen = (names: string) => [
      {
        path: 'mothership/demo',
        what: `${names}, whose tags kubeadm v1.32.4 and the container runtime choose`,
      },
    ];

    assert.deepEqual(unlisted({}), chosen('etcd, CoreDNS, pause'));
    assert.deepEqual(
      unlisted({
        clusterConfiguration: { etcd: { external: {} }, dns: { imageTag: 'v1.11.3' } },
      }),
      chosen('pause'),
    );
    assert.deepEqual(
      unlisted({ initConfiguration: { skipPhases: ['addon/coredns'] } }),
      chosen('etcd, pause'),
    );
  });

  it('of charts are not known before they are installed, and are said not to be', () => {
    const addons = [described(Addon.nvidiaGpuOperator())];
    const collector = new ImageCollector('images.json', undefined);
    collector.add(clusterModel({ addons }), []);

    assert.deepEqual(collector.images().unlisted, [
      { path: 'mothership/demo/gpu-operator', what: 'chart gpu-operator v25.3.0' },
    ]);
  });
});

describe('objects within objects', () => {
  const kinds = (object: unknown) =>
    nestedObjects(object).map((one) => String(Reflect.get(Object(one), 'kind')));

  it('are found in ConfigMaps, Secrets, lists and files of machines', () => {
    const encoded = Buffer.from(POD).toString('base64');
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ kind: 'Job' }] });
    assert.deepEqual(kinds({ kind: 'ConfigMap', data: { a: `${POD}---\n${POD}`, b: list } }), [
      'ConfigMap',
      'Pod',
      'Pod',
      'Job',
    ]);
    assert.deepEqual(kinds({ kind: 'Secret', data: { a: encoded } }), ['Secret', 'Pod']);
    assert.deepEqual(kinds({ kind: 'Secret', stringData: { a: POD } }), ['Secret', 'Pod']);
    const carrier = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', data: { a: POD } });
    assert.deepEqual(kinds({ kind: 'X', spec: { files: [{ content: carrier }] } }), [
      'X',
      'ConfigMap',
      'Pod',
    ]);
  });

  it('are none in other texts, and end somewhere', () => {
    assert.deepEqual(kinds({ kind: 'ConfigMap', data: { a: 'kind: of\napiVersion: [' } }), [
      'ConfigMap',
    ]);
    assert.deepEqual(kinds('kind: Pod'), []);
    let text = POD;
    for (let depth = 0; depth < 12; depth += 1) {
      text = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', data: { a: text } });
    }
    assert.ok(kinds({ kind: 'X', data: text }).length < 12);
  });
});
