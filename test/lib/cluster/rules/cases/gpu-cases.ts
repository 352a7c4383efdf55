import { Gpu, type GpuOptions } from '../../../../../lib/cluster/model/gpu';
import { addonModel } from '../../../../support/models';
import type { AssembledPool } from '../../../../support/openstack-cluster';
import { type RuleCase, withAddons, withPool } from '../../../assembly/rule-case';

/** Examples of rules on the graphics processors of a pool. */
export const GPU_CASES: readonly RuleCase[] = [
  {
    rule: 'gpu-type',
    broken: withPool({ gpu: Gpu.ofType('gpu', { count: 1 }).model }),
    sound: nvidia(),
    says: `mothership/demo/workers: gpu is "gpu"
  allowed: a resource name with its domain, such as "nvidia.com/gpu"
  fix: write Gpu.nvidia() or Gpu.amd()`,
  },
  {
    rule: 'gpu-size',
    broken: withPool({ gpu: Gpu.nvidia().model }),
    sound: withPool({ gpu: Gpu.nvidia({ count: 1 }).model }),
    says: `mothership/demo/workers: gpu is "nvidia.com/gpu"
  allowed: a size with GPUs; m1.k8s-worker has none
  fix: add gpu: { type: "nvidia.com/gpu", count: 1 } to m1.k8s-worker in the sizes of homelab`,
  },
  {
    rule: 'gpu-size',
    broken: withPool({ size: 'g1.gpu', gpu: Gpu.amd().model }),
    says: `mothership/demo/workers: gpu is "amd.com/gpu"
  allowed: nvidia.com/gpu, which g1.gpu has
  fix: write Gpu.ofType("nvidia.com/gpu")`,
  },
  {
    rule: 'gpu-count',
    broken: nvidia({ count: 2 }),
    sound: nvidia({ count: 1 }),
    says: `mothership/demo/workers: gpu.count is 2
  allowed: an integer of 1 or more, at most the 1 of g1.gpu
  fix: leave it out`,
  },
  {
    rule: 'gpu-count',
    broken: withPool({ gpu: Gpu.nvidia({ count: 0 }).model }),
    says: `mothership/demo/workers: gpu.count is 0
  allowed: an integer of 1 or more
  fix: write count: 1`,
  },
  {
    rule: 'gpu-accelerator',
    broken: nvidia({ accelerator: 'NVIDIA A100' }),
    sound: nvidia({ accelerator: 'NVIDIA-A100' }),
    says: `mothership/demo/workers: gpu.accelerator is "NVIDIA A100"
  allowed: at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends, and not empty
  fix: write "NVIDIA-A100"`,
  },
  {
    rule: 'gpu-accelerator',
    broken: nvidia({ accelerator: '' }),
    says: `mothership/demo/workers: gpu.accelerator is ""
  allowed: at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends, and not empty
  fix: leave it out`,
  },
  {
    rule: 'gpu-said-twice',
    broken: nvidia({}, { autoscale: { minSize: 0, maxSize: 2 }, capacity: { gpuCount: 1 } }),
    sound: nvidia({}, { autoscale: { minSize: 0, maxSize: 2 }, capacity: { cpu: '2' } }),
    says: `mothership/demo/workers: capacity.gpuCount is 1
  allowed: none; gpu states it
  fix: leave it out`,
  },
  {
    rule: 'device-plugin-pool',
    broken: withAddons({ offers: 'nvidia.com/gpu' }),
    sound: { ...nvidia(), addons: [addonModel({ offers: 'nvidia.com/gpu' })] },
    says: `mothership/demo/hello: name is "hello"
  allowed: a cluster with a pool that has nvidia.com/gpu
  fix: write gpu: Gpu.ofType("nvidia.com/gpu") in such a pool, or leave the addon out`,
  },
];

function nvidia(options: GpuOptions = {}, rest: Partial<AssembledPool> = {}) {
  return withPool({ size: 'g1.gpu', gpu: Gpu.nvidia(options).model, ...rest });
}
