import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { GIBIBYTE, MEBIBYTE, tryParseBytes } from '../../../../lib/base/quantity';
import { nodeCapacity, offeredMemory } from '../../../../lib/cluster/model/node-capacity';
import type { Flavor } from '../../../../lib/openstack/model/cloud';
import { poolModel } from '../../../support/models';
import type { AssembledPool } from '../../../support/openstack-cluster';

const FLAVOR: Flavor = { cpus: 4, memory: '8Gi', disk: '30Gi' };

describe('the capacity of a node', () => {
  it('is what kernel and kubelet leave of the flavor', () => {
    assert.deepEqual(capacity({}), {
      cpu: '4',
      memory: '7800Mi',
      ephemeralDisk: '26112Mi',
      maxPods: 110,
      gpuType: undefined,
      gpuCount: undefined,
    });
  });

  it('is what the user states', () => {
    const stated = {
      cpu: '3',
      memory: '6Gi',
      ephemeralDisk: '9Gi',
      maxPods: 30,
      gpuType: 'amd.com/gpu',
      gpuCount: 2,
    };

    assert.deepEqual(capacity({ capacity: stated }), stated);
  });

  it('loses what the kubelet keeps for itself and the system', () => {
    const kubeletExtraArgs = {
      'kube-reserved': 'cpu=500m,memory=1Gi',
      'system-reserved': 'memory=200Mi,ephemeral-storage=1Gi',
    };
    const { cpu, memory, ephemeralDisk } = capacity({ kubeletExtraArgs });

    assert.deepEqual(
      { cpu, memory, ephemeralDisk },
      {
        cpu: '3500m',
        memory: '6576Mi',
        ephemeralDisk: '25088Mi',
      },
    );
  });

  it('loses what the kubelet keeps free before it evicts', () => {
    const hard = (text: string) => capacity({ kubeletExtraArgs: { 'eviction-hard': text } }).memory;

    assert.equal(hard('nodefs.available<10%,memory.available<500Mi'), '7400Mi');
    assert.equal(hard('memory.available<10%'), '7080Mi');
    assert.equal(hard('nodefs.available<10%'), '7800Mi');
  });

  it('counts the disk of a root volume', () => {
    assert.equal(capacity({ rootVolume: { sizeGiB: 100 } }).ephemeralDisk, '85Gi');
  });

  it('has no disk where the flavor has none', () => {
    assert.equal(capacity({}, { ...FLAVOR, disk: '0' }).ephemeralDisk, undefined);
  });

  it('takes the number of pods from the kubelet', () => {
    assert.equal(capacity({ kubeletExtraArgs: { 'max-pods': '250' } }).maxPods, 250);
  });

  it('has the graphics processors of the flavor', () => {
    const gpu = { type: 'nvidia.com/gpu', count: 4 };
    const { gpuType, gpuCount } = capacity({}, { ...FLAVOR, gpu });

    assert.deepEqual({ gpuType, gpuCount }, { gpuType: 'nvidia.com/gpu', gpuCount: 4 });
  });

  it('has neither kind nor number of graphics processors where one is unknown', () => {
    const { gpuType, gpuCount } = capacity({ capacity: { gpuCount: 4 } });

    assert.deepEqual({ gpuType, gpuCount }, { gpuType: undefined, gpuCount: undefined });
  });

  it('is what is stated where the flavor is unknown', () => {
    const { cpu, memory } = nodeCapacity(poolModel({ capacity: { cpu: '2' } }), undefined);

    assert.deepEqual({ cpu, memory }, { cpu: '2', memory: undefined });
  });

  it('is a number of pods, and no less than nothing, whatever the kubelet is told', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('abc', '-1', '1e400', 'NaN'));
    const amount = fc.oneof(fc.nat().map(String), text, fc.constantFrom('900Gi', '7000m', '1.001'));
    const reserved = fc
      .array(fc.tuple(fc.constantFrom('cpu', 'memory', 'ephemeral-storage'), amount))
      .map((items) => items.map((item) => item.join('=')).join(','));
    const kubeletExtraArgs = fc.record({
      'max-pods': text,
      'kube-reserved': reserved,
      'system-reserved': reserved,
      'eviction-hard': amount.map((least) => `memory.available<${least}`),
    });
    fc.assert(
      fc.property(kubeletExtraArgs, (args) => {
        const offered = capacity({ kubeletExtraArgs: args });

        assert.match(String(offered.cpu), /^\d+m?$/);
        assert.match(String(offered.memory), /^\d+[MG]i$/);
        assert.match(String(offered.ephemeralDisk), /^\d+[MG]i$/);
        assert.ok(Number.isSafeInteger(offered.maxPods));
      }),
    );
  });

  it('is never above what the flavor offers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 512, max: 2_000_000 }), (mebibytes) => {
        const flavor = { ...FLAVOR, memory: `${mebibytes}Mi` };
        const declared = tryParseBytes(String(capacity({}, flavor).memory)) ?? Number.NaN;

        assert.ok(declared <= ((mebibytes * 98) / 100 - 228) * MEBIBYTE);
        assert.ok(declared <= (offeredMemory(flavor) ?? 0));
        assert.ok(declared > mebibytes * 0.98 * MEBIBYTE - GIBIBYTE / 4);
      }),
    );
  });
});

function capacity(pool: Partial<AssembledPool>, flavor: Flavor = FLAVOR) {
  return nodeCapacity(poolModel(pool), flavor);
}
