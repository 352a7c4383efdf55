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

/** What a pool says about the size of its nodes. */
export type MeasuredPool = Pick<
  PoolModel,
  'capacity' | 'gpu' | 'kubelet' | 'kubeletExtraArgs' | 'rootVolume'
>;

/** What one node of a pool offers, where that is known. */
export type OfferedCapacity = { readonly [K in keyof NodeCapacity]-?: NodeCapacity[K] | undefined };

/** What one node of a pool offers to pods: what the user states, else what the size leaves. */
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

/** Most memory that pods get on a node of a size, in bytes; absent for an unreadable one. */
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

/** Most disk that pods get on a node, in bytes; absent where the node's disk is unknown. */
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

/** Memory that the kubelet keeps free before it evicts; a threshold of no effect counts as the usual one. */
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
