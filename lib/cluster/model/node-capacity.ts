import { formatBytes, GIBIBYTE, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import { kubeletArguments } from './kubelet';
import type { MachineSize } from './machine-size';
import type { NodeCapacity, PoolModel } from './node-pool';
import { evictionItems, reservedSum, tryParsePercentage, tryParsePodCount } from './reservations';

const DEFAULT_MAX_PODS = 110;
const MACHINE_SHARE = 0.98;
const KERNEL_BYTES = 128 * MEBIBYTE;
const EVICTION_BYTES = 100 * MEBIBYTE;
const DISK_SHARE = 0.85;

/** Fields of a pool that determine the capacity of its nodes. */
export type MeasuredPool = Pick<
  PoolModel,
  'capacity' | 'gpu' | 'kubelet' | 'kubeletExtraArgs' | 'rootVolume'
>;

/** Capacity of one node of a pool, as far as it is known. */
export type OfferedCapacity = { readonly [K in keyof NodeCapacity]-?: NodeCapacity[K] | undefined };

/** Returns what one node of a pool offers to pods: what the user states, or else what its size leaves. */
export function nodeCapacity(pool: MeasuredPool, size: MachineSize | undefined): OfferedCapacity {
  const { capacity } = pool;
  const args = kubeletArguments(pool);
  const gpuType = capacity.gpuType ?? pool.gpu?.type ?? size?.gpu?.type;
  const gpuCount = capacity.gpuCount ?? pool.gpu?.count ?? size?.gpu?.count;
  const hasGpu = gpuType !== undefined && gpuCount !== undefined;
  return {
    cpu: capacity.cpu ?? (size && offeredCpu(size, args)),
    memory: capacity.memory ?? (size && binary(offeredMemory(size, args))),
    ephemeralDisk: capacity.ephemeralDisk ?? binary(offeredDisk(pool, size)),
    maxPods: capacity.maxPods ?? tryParsePodCount(args['max-pods'] ?? '') ?? DEFAULT_MAX_PODS,
    gpuType: hasGpu ? gpuType : undefined,
    gpuCount: hasGpu ? gpuCount : undefined,
  };
}

/** Estimates the most memory for pods on a node of a size, in bytes; undefined for an unreadable size. */
export function offeredMemory(
  size: MachineSize,
  kubeletArgs: Readonly<Record<string, string>> = {},
): number | undefined {
  const bytes = tryParseBytes(size.memory);
  if (bytes === undefined) return undefined;
  const reserved = reservedSum(kubeletArgs, 'memory');
  const evicted = evictionBytes(kubeletArgs['eviction-hard'], bytes);
  return Math.max(0, bytes * MACHINE_SHARE - KERNEL_BYTES - evicted - reserved);
}

/** Estimates the most disk for pods on a node, in bytes; undefined if the node's disk is unknown. */
export function offeredDisk(
  machine: Omit<MeasuredPool, 'capacity' | 'gpu'>,
  size: MachineSize | undefined,
): number | undefined {
  const { rootVolume } = machine;
  const local = size && tryParseBytes(size.disk);
  const bytes = rootVolume === undefined ? local : rootVolume.sizeGiB * GIBIBYTE;
  if (bytes === undefined || bytes === 0) return undefined;
  return Math.max(
    0,
    bytes * DISK_SHARE - reservedSum(kubeletArguments(machine), 'ephemeral-storage'),
  );
}

function offeredCpu(size: MachineSize, args: Readonly<Record<string, string>>): string {
  const reserved = reservedSum(args, 'cpu');
  if (reserved === 0) return String(size.cpus);
  return `${Math.max(0, size.cpus * 1000 - reserved)}m`;
}

/** Returns the eviction threshold of memory, in bytes; an ineffective threshold counts as the default. */
export function evictionBytes(hard: string | undefined, memory: number): number {
  const item = evictionItems(hard ?? '').find(({ signal }) => signal === 'memory.available');
  const threshold = item?.threshold ?? '';
  const percents = tryParsePercentage(threshold) ?? 0;
  if (percents > 0 && percents < 100) return (memory * percents) / 100;
  return tryParseBytes(threshold) ?? EVICTION_BYTES;
}

function binary(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : formatBytes(Math.floor(bytes / MEBIBYTE) * MEBIBYTE);
}
