import assert from 'node:assert/strict';
import { at, testFleet } from '../../../support/fleets';

const LABELS = 'capacity.cluster-autoscaler.kubernetes.io/labels';
const SIZE = { cpus: 2, memory: '4Gi', disk: '20Gi' } as const;

describe('the architecture of a size', () => {
  it('is told to the autoscaler of a pool that comes from zero', () => {
    assert.equal(labelsOf({ architecture: 'arm64' }), 'kubernetes.io/arch=arm64');
  });

  it('is left to the autoscaler where nothing is said of it', () => {
    assert.equal(labelsOf({}), undefined);
  });

  it('gives way to a label of the pool', () => {
    const labels = { 'kubernetes.io/arch': 'amd64' };

    assert.equal(labelsOf({ architecture: 'arm64' }, labels), 'kubernetes.io/arch=amd64');
  });
});

function labelsOf(
  size: { readonly architecture?: 'amd64' | 'arm64' },
  labels: Readonly<Record<string, string>> = {},
): unknown {
  const { cluster } = testFleet({
    cloud: { flavors: { large: SIZE, small: { ...SIZE, ...size } } },
  });
  const prod = cluster();
  prod.addNodePool('arm', { flavor: 'small', autoscale: { minSize: 0, maxSize: 2 }, labels });
  const deployment = prod.findManifest('pool/arm/machineDeployment');
  const annotations = at(deployment, 'metadata.annotations') as Record<string, string>;
  return annotations[LABELS];
}
