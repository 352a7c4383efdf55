import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { isLabelValue, isResourceName, LABEL_VALUE_WORDS, toLabelValue } from './names';
import type { PoolSubject } from './subjects';

const README = 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md';
const PROVIDER =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_provider.go';

/** Rules on the GPUs of a pool. */
export const GPU_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'gpu-type',
    reason: 'A device plugin advertises its resource under a name with a domain.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins.md',
    check({ pool: { path, gpu } }, refuse) {
      if (gpu === undefined || isResourceName(gpu.type)) return;
      refuse(
        { path, prop: 'gpu' },
        {
          given: gpu.type,
          allowed: 'a resource name with its domain, such as "nvidia.com/gpu"',
          fix: 'write Gpu.nvidia() or Gpu.amd()',
        },
      );
    },
  },
  {
    id: 'gpu-size',
    reason: 'Pods that request GPUs stay pending when the size of the machines does not have them.',
    source: README,
    check({ cluster, pool: { path, gpu, size } }, refuse) {
      const known = cluster.cloud.sizes[size];
      if (gpu === undefined || known === undefined || known.gpu?.type === gpu.type) return;
      if (known.gpu === undefined && gpu.count !== undefined) return;
      refuse(
        { path, prop: 'gpu' },
        {
          given: gpu.type,
          allowed:
            known.gpu === undefined
              ? `a size with GPUs; ${size} has none`
              : `${known.gpu.type}, which ${size} has`,
          fix:
            known.gpu === undefined
              ? `add gpu: { type: "${gpu.type}", count: 1 } to ${size} in the sizes of ${cluster.cloud.path}`
              : `write Gpu.ofType("${known.gpu.type}")`,
        },
      );
    },
  },
  {
    id: 'gpu-count',
    reason: 'Pods stay pending when a node has fewer GPUs than the pool states.',
    source: README,
    check({ cluster, pool: { path, gpu, size } }, refuse) {
      if (gpu?.count === undefined) return;
      const most = cluster.cloud.sizes[size]?.gpu?.count;
      if (isWholeNumber(gpu.count, 1, most)) return;
      refuse(
        { path, prop: 'gpu.count' },
        {
          given: gpu.count,
          allowed: `an integer of 1 or more${most === undefined ? '' : `, at most the ${most} of ${size}`}`,
          fix: most === undefined ? write(1, { begins: 'write count:' }) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'gpu-accelerator',
    reason: 'The autoscaler distinguishes GPU types by the value of a label.',
    source: PROVIDER,
    check({ pool: { path, gpu } }, refuse) {
      if (gpu === undefined || (gpu.accelerator !== '' && isLabelValue(gpu.accelerator))) return;
      const better = toLabelValue(gpu.accelerator);
      refuse(
        { path, prop: 'gpu.accelerator' },
        {
          given: gpu.accelerator,
          allowed: `${LABEL_VALUE_WORDS}, and not empty`,
          fix: better === '' ? leaveOut() : write(better),
        },
      );
    },
  },
  {
    id: 'gpu-said-twice',
    reason: 'The autoscaler accepts only one type and one number of GPUs.',
    source: README,
    check({ pool: { path, gpu, capacity } }, refuse) {
      if (gpu === undefined) return;
      for (const prop of ['gpuType', 'gpuCount'] as const) {
        if (capacity[prop] === undefined) continue;
        refuse(
          { path, prop: `capacity.${prop}` },
          { given: capacity[prop], allowed: 'none; gpu states it', fix: leaveOut() },
        );
      }
    },
  },
];
