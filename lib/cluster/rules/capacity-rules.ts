import { leaveOut, write } from '../../base/fix';
import { hasKeys } from '../../base/has-keys';
import { formatBytes, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, MOST_COUNT } from '../../base/words';
import { kubeletArguments, settingOf } from '../model/kubelet';
import { offeredMemory } from '../model/node-capacity';
import { tryParseMillicores, tryParsePodCount } from '../model/reservations';
import { isResourceName } from './names';
import type { PoolSubject } from './subjects';

const README = 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md';
const READ =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_unstructured.go';

/** Rules on the capacity that a pool states for its nodes. */
export const CAPACITY_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'capacity-without-autoscale',
    reason: 'Only the autoscaler reads the capacity, which has no effect in a pool of fixed size.',
    source: README,
    check({ pool: { path, capacity, autoscale } }, refuse) {
      if (autoscale !== undefined || !hasKeys(capacity)) return;
      refuse(
        { path, prop: 'capacity' },
        {
          given: capacity,
          allowed: 'a capacity only together with autoscale',
          fix: leaveOut({
            begins: 'leave capacity out',
            or: 'set autoscale instead of replicas',
          }),
        },
      );
    },
  },
  {
    id: 'capacity-cpu',
    reason: 'Pods stay pending when a node has fewer CPUs than its capacity states.',
    source: READ,
    check({ cluster, pool: { path, capacity, size } }, refuse) {
      const { cpu } = capacity;
      if (cpu === undefined) return;
      const cpus = cluster.cloud.sizes[size]?.cpus;
      const most = isWholeNumber(cpus, 1) ? cpus : undefined;
      const amount = (tryParseMillicores(cpu) ?? 0) / 1000;
      if (amount > 0 && amount <= (most ?? amount)) return;
      refuse(
        { path, prop: 'capacity.cpu' },
        {
          given: cpu,
          allowed: `CPUs such as "2" or "1500m"${most === undefined ? '' : `, at most the ${most} of ${size}`}`,
          fix: most === undefined ? leaveOut() : write(String(most), { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'capacity-memory',
    reason:
      'Pods stay pending, and the pool grows in vain, when a node offers less memory than its capacity states.',
    source: READ,
    check({ cluster, pool }, refuse) {
      const { memory } = pool.capacity;
      if (memory === undefined) return;
      const size = cluster.cloud.sizes[pool.size];
      const most = size && offeredMemory(size, kubeletArguments(pool));
      const bytes = tryParseBytes(memory);
      if (bytes !== undefined && bytes > 0 && bytes <= (most ?? bytes)) return;
      const least =
        most !== undefined && most >= MEBIBYTE
          ? formatBytes(Math.floor(most / MEBIBYTE) * MEBIBYTE)
          : undefined;
      refuse(
        { path: pool.path, prop: 'capacity.memory' },
        {
          given: memory,
          allowed:
            least === undefined
              ? 'a quantity such as "7Gi"'
              : `a quantity of at most ${least}, which a node of ${pool.size} offers`,
          fix: least === undefined ? leaveOut() : write(least, { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'capacity-disk',
    reason: 'The autoscaler skips a pool whose quantities it cannot read.',
    source: READ,
    check({ pool: { path, capacity } }, refuse) {
      const { ephemeralDisk } = capacity;
      if (ephemeralDisk === undefined || (tryParseBytes(ephemeralDisk) ?? 0) > 0) return;
      refuse(
        { path, prop: 'capacity.ephemeralDisk' },
        { given: ephemeralDisk, allowed: 'a quantity such as "25Gi"', fix: leaveOut() },
      );
    },
  },
  {
    id: 'capacity-max-pods',
    reason: 'The autoscaler must expect as many pods on a node as the kubelet accepts.',
    source: README,
    check({ pool }, refuse) {
      const { path, capacity } = pool;
      const { maxPods } = capacity;
      if (maxPods === undefined) return;
      const own = kubeletArguments(pool)['max-pods'];
      if (own !== undefined && tryParsePodCount(own) === undefined) return;
      if (isWholeNumber(maxPods, 1) && (own === undefined || Number(own) === maxPods)) return;
      refuse(
        { path, prop: 'capacity.maxPods' },
        {
          given: maxPods,
          allowed:
            own === undefined
              ? 'an integer of 1 or more'
              : `${own}, as in ${settingOf(pool, 'max-pods') === undefined ? 'kubeletExtraArgs' : 'kubelet'}`,
          fix: own === undefined ? leaveOut({ ends: ' to use 110' }) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'capacity-gpu',
    reason: 'The autoscaler needs both the type and the number of GPUs, or neither.',
    source: README,
    check({ cluster, pool: { path, size, capacity } }, refuse) {
      const gpu = cluster.cloud.sizes[size]?.gpu;
      const type = capacity.gpuType ?? gpu?.type;
      const count = capacity.gpuCount ?? gpu?.count;
      if (type === undefined && count === undefined) return;
      if (type === undefined) {
        refuse(
          { path, prop: 'capacity.gpuType' },
          {
            allowed: 'a resource name with its domain, together with gpuCount',
            fix: write('nvidia.com/gpu', { begins: 'write gpuType:' }),
          },
        );
      } else if (capacity.gpuType !== undefined && !isResourceName(type)) {
        refuse(
          { path, prop: 'capacity.gpuType' },
          {
            given: type,
            allowed: 'a resource name with its domain, such as "nvidia.com/gpu"',
            fix: gpu === undefined ? write('nvidia.com/gpu') : leaveOut(),
          },
        );
      }
      if (count === undefined) {
        refuse(
          { path, prop: 'capacity.gpuCount' },
          {
            allowed: 'a number, together with gpuType',
            fix: write(1, { begins: 'write gpuCount:' }),
          },
        );
      } else if (capacity.gpuCount !== undefined && !isWholeNumber(count, 1)) {
        refuse(
          { path, prop: 'capacity.gpuCount' },
          {
            given: count,
            allowed: integerWords(count, 1),
            fix: write(count > 1 && count <= MOST_COUNT ? Math.floor(count) : 1),
          },
        );
      }
    },
  },
];
