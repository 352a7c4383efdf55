import type { Flavor } from './cloud';
import type { NodeCapacity, PoolModel } from './node-pool';
import { formatBytes, GIBIBYTE, MEBIBYTE, tryParseBytes } from './quantity';

/** Pods that a kubelet runs unless it is told another number. */
export const DEFAULT_MAX_PODS = 110;

const MACHINE_SHARE = 0.98;
const KERNEL_BYTES = 128 * MEBIBYTE;
const EVICTION_BYTES = 100 * MEBIBYTE;
const DISK_SHARE = 0.85;
const RESERVATIONS = ['kube-reserved', 'system-reserved'];

/** What a pool says about the size of its nodes. */
export type MeasuredPool = Pick<PoolModel, 'capacity' | 'kubeletExtraArgs' | 'rootVolume'>;

/** What one node of a pool offers, where that is known. */
export type OfferedCapacity = { readonly [K in keyof NodeCapacity]-?: NodeCapacity[K] | undefined };

/** What one node of a pool offers to pods: what the user states, else what the flavor leaves. */
export function nodeCapacity(pool: MeasuredPool, flavor: Flavor | undefined): OfferedCapacity {
  const { capacity, kubeletExtraArgs: args } = pool;
  const gpuType = capacity.gpuType ?? flavor?.gpu?.type;
  const gpuCount = capacity.gpuCount ?? flavor?.gpu?.count;
  const hasGpu = gpuType !== undefined && gpuCount !== undefined;
  return {
    cpu: capacity.cpu ?? (flavor && offeredCpu(flavor, args)),
    memory: capacity.memory ?? (flavor && binary(offeredMemory(flavor, args))),
    ephemeralDisk: capacity.ephemeralDisk ?? binary(offeredDisk(pool, flavor)),
    maxPods: capacity.maxPods ?? Number(args['max-pods'] ?? DEFAULT_MAX_PODS),
    gpuType: hasGpu ? gpuType : undefined,
    gpuCount: hasGpu ? gpuCount : undefined,
  };
}

/** Most memory that pods get on a node of a flavor, in bytes; absent for an unreadable flavor. */
export function offeredMemory(
  flavor: Flavor,
  kubeletArgs: Readonly<Record<string, string>> = {},
): number | undefined {
  const bytes = tryParseBytes(flavor.memory);
  if (bytes === undefined) return undefined;
  const reserved = reservation(kubeletArgs, 'memory', bytesOrNone);
  const evicted = evictionBytes(kubeletArgs['eviction-hard'], bytes);
  return Math.max(0, bytes * MACHINE_SHARE - KERNEL_BYTES - evicted - reserved);
}

function offeredCpu(flavor: Flavor, args: Readonly<Record<string, string>>): string {
  const reserved = reservation(args, 'cpu', parseMillicores);
  return reserved === 0 ? String(flavor.cpus) : `${flavor.cpus * 1000 - reserved}m`;
}

function offeredDisk(pool: MeasuredPool, flavor: Flavor | undefined): number | undefined {
  const local = flavor && tryParseBytes(flavor.disk);
  const bytes = pool.rootVolume === undefined ? local : pool.rootVolume.sizeGiB * GIBIBYTE;
  if (bytes === undefined || bytes === 0) return undefined;
  return bytes * DISK_SHARE - reservation(pool.kubeletExtraArgs, 'ephemeral-storage', bytesOrNone);
}

function reservation(
  args: Readonly<Record<string, string>>,
  resource: string,
  parse: (text: string) => number,
): number {
  let sum = 0;
  for (const name of RESERVATIONS) {
    const items = args[name];
    if (items === undefined) continue;
    for (const item of items.split(',')) {
      const [key, amount = ''] = item.split('=').map((part) => part.trim());
      if (key === resource) sum += parse(amount);
    }
  }
  return sum;
}

function evictionBytes(hard: string | undefined, memory: number): number {
  const threshold = hard?.match(/memory\.available<\s*([^,\s]+)/)?.[1];
  if (threshold === undefined) return EVICTION_BYTES;
  if (threshold.endsWith('%')) return (memory * Number(threshold.slice(0, -1))) / 100;
  return tryParseBytes(threshold) ?? EVICTION_BYTES;
}

function bytesOrNone(text: string): number {
  return tryParseBytes(text) ?? 0;
}

function parseMillicores(text: string): number {
  const cores = text.endsWith('m') ? Number(text.slice(0, -1)) : Number(text) * 1000;
  return Number.isFinite(cores) ? cores : 0;
}

function binary(bytes: number | undefined): string | undefined {
  return bytes === undefined
    ? undefined
    : formatBytes(Math.max(0, Math.floor(bytes / MEBIBYTE)) * MEBIBYTE);
}
