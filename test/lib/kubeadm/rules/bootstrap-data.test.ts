import assert from 'node:assert/strict';
import type { Manifest } from '../../../../lib/base/manifest';
import { bootstrapFindings, userDataBytes } from '../../../../lib/kubeadm/rules/bootstrap-data';
import { clusterModel } from '../../../support/models';
import { rendered } from '../../../support/rendering';

const KUBEADM_KINDS: readonly (readonly [string, (config: object) => object])[] = [
  ['KubeadmControlPlane', (config) => ({ kubeadmConfigSpec: config })],
  [
    'KubeadmControlPlaneTemplate',
    (config) => ({ template: { spec: { kubeadmConfigSpec: config } } }),
  ],
  ['KubeadmConfigTemplate', (config) => ({ template: { spec: config } })],
  ['KubeadmConfig', (config) => config],
];

describe('user data of finished objects', () => {
  it('is estimated for control planes and pools, and for nothing else', () => {
    const sizes = [...rendered(clusterModel())].flatMap(([key, object]) => {
      const bytes = userDataBytes(object);
      return bytes === undefined ? [] : [[key, bytes] as const];
    });

    assert.deepEqual(
      sizes.map(([key]) => key),
      ['controlPlane', 'pool/workers/bootstrapTemplate'],
    );
    for (const [, bytes] of sizes) assert.ok(bytes > 2_500 && bytes < 20_000);
  });

  it('is refused where Nova does not take it', () => {
    const files = Array.from({ length: 5 }, (_, index) => ({
      path: `/etc/f${index}`,
      content: 'x'.repeat(10_000),
    }));

    assert.deepEqual(bootstrapFindings(template({ files })), {
      size: [
        {
          field: 'user data',
          given: 'about 53027 bytes',
          allowed: 'at most 49000 bytes',
          fix: 'build the largest files into the image',
        },
      ],
      files: [],
    });
    assert.deepEqual(bootstrapFindings(template({ files: files.slice(1) })).size, []);
  });

  it('takes more room for Ignition, which writes contents as URLs', () => {
    const files = [{ path: '/etc/a', content: '"{}"\n'.repeat(100) }];
    const plain = userDataBytes(template({ files })) ?? 0;
    const ignition = userDataBytes(template({ files, format: 'ignition' })) ?? 0;

    assert.ok(ignition > plain);
  });
});

describe('files of finished objects', () => {
  it('have paths of their own', () => {
    const file = { path: '/etc/a', content: 'a' };

    assert.deepEqual(bootstrapFindings(template({ files: [file, file] })).files, [
      {
        field: 'files[1].path',
        given: '/etc/a',
        allowed: 'a path that no other file has; files[0] has the same',
        fix: 'remove the file from bootstrap.files, or the prop from which the other is derived',
      },
    ]);
  });

  for (const [kind, wrap] of KUBEADM_KINDS) {
    it(`are looked at in a ${kind}`, () => {
      const file = { path: '/etc/a', content: 'x'.repeat(50_000) };
      const { size, files } = bootstrapFindings({
        ...template({}),
        kind,
        spec: wrap({ files: [file, file] }),
      });

      assert.deepEqual([size.length, files.length], [1, 1]);
    });
  }

  it('are not looked for where there can be none', () => {
    const none = { size: [], files: [] };

    assert.deepEqual(bootstrapFindings({ ...template({}), spec: 'odd' }), none);
    assert.deepEqual(bootstrapFindings(template({ files: 'odd' })), none);
    assert.deepEqual(bootstrapFindings(template({ files: [1, {}] })), none);
  });
});

function template(spec: object): Manifest {
  return {
    apiVersion: 'bootstrap.cluster.x-k8s.io/v1beta2',
    kind: 'KubeadmConfigTemplate',
    metadata: { name: 'a' },
    spec: { template: { spec } },
  };
}
