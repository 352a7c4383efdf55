import assert from 'node:assert/strict';
import { HCloudImage } from '../../../../lib/hetzner/model/image';
import { HETZNER_RENDERER } from '../../../../lib/hetzner/render/renderer';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { type HetznerModel, hetznerCluster, serverPool } from '../../../support/hetzner-models';

type Pool = Partial<HetznerModel['pools'][number]>;

const URL = 'oci://registry.example.org/images/kube:v1.32.4';

/** Prop of a machine, and the fields that it becomes. */
const ROWS: readonly (readonly [name: string, pool: Pool, fields: object])[] = [
  ['serverType', { size: 'cax21' }, { type: 'cax21' }],
  [
    'image',
    {},
    { imageName: 'ubuntu-24.04-kube-v1.32.4', imageURL: undefined, imageURLCommand: undefined },
  ],
  [
    'image from a URL',
    { image: HCloudImage.fromUrl(URL, 'image-url-command-oci.sh').model },
    { imageName: undefined, imageURL: URL, imageURLCommand: 'image-url-command-oci.sh' },
  ],
  ['sshKeys', { sshKeys: ['ops', 'dev'] }, { sshKeys: [{ name: 'ops' }, { name: 'dev' }] }],
  ['no sshKeys', {}, { sshKeys: undefined }],
  ['placementGroup', { placementGroup: 'workers' }, { placementGroupName: 'workers' }],
  ['both families', {}, { publicNetwork: { enableIPv4: true, enableIPv6: true } }],
  [
    'no public addresses',
    { publicNetwork: { enableIPv4: false, enableIPv6: false } },
    { publicNetwork: { enableIPv4: false, enableIPv6: false } },
  ],
];

describe('the spec of a server', () => {
  for (const [name, pool, fields] of ROWS) {
    it(`has what is said of it: ${name}`, () => {
      const spec = specOf(pool);

      for (const [field, value] of Object.entries(fields)) assert.deepEqual(spec[field], value);
      assert.deepEqual(schemaFindings(spec), []);
    });
  }

  it('says nothing that nobody said', () => {
    assert.deepEqual(Object.keys(specOf({})).sort(), ['imageName', 'publicNetwork', 'type']);
  });
});

function specOf(pool: Pool) {
  const cluster = hetznerCluster({ pools: [serverPool(pool)] });
  const [made] = cluster.pools;
  assert.ok(made);
  const data = HETZNER_RENDERER.machineData(cluster, 'workers', made);
  return HETZNER_RENDERER.machineSpec(cluster, data);
}

function schemaFindings(spec: object) {
  return validateObject(schemaSet(['cluster-api-hetzner-v1.1.8']), {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'HCloudMachineTemplate',
    metadata: { name: 'a', namespace: 'a' },
    spec: { template: { spec } },
  });
}
