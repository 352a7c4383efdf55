import { tryParseBytes } from '../../base/quantity';

/** Kubelet arguments that reserve resources. */
export const RESERVATION_ARGUMENTS = ['kube-reserved', 'system-reserved'] as const;

/** Node resource that a kubelet can reserve. */
export type ReservedResource = 'cpu' | 'memory' | 'ephemeral-storage' | 'pid';

/** Reservation of one resource, as written in an argument. */
export interface ReservedItem {
  /** Name before the equals sign. */
  readonly resource: string;
  /** Text after it. */
  readonly amount: string;
}

/** Eviction threshold of one resource, as written in an argument. */
export interface EvictionItem {
  /** Name before the `<`. */
  readonly signal: string;
  /** Quantity or percentage after it; undefined if there is no `<`. */
  readonly threshold: string | undefined;
}

/** Parses an argument such as `cpu=500m,memory=1Gi`. */
export function reservedItems(text: string): readonly ReservedItem[] {
  return listItems(text).map((item) => {
    const [resource = '', ...rest] = item.split('=').map((part) => part.trim());
    return { resource, amount: rest.join('=') };
  });
}

/** Parses an argument such as `memory.available<500Mi,nodefs.available<10%`. */
export function evictionItems(text: string): readonly EvictionItem[] {
  return listItems(text).map((item) => {
    const at = item.indexOf('<');
    if (at < 0) return { signal: item, threshold: undefined };
    return { signal: item.slice(0, at).trim(), threshold: item.slice(at + 1).trim() };
  });
}

/** Parses an amount: CPUs in millicores, sizes in bytes, others as plain numbers. */
export function tryParseReserved(resource: string, amount: string): number | undefined {
  switch (resource) {
    case 'cpu':
      return tryParseMillicores(amount);
    case 'memory':
    case 'ephemeral-storage':
      return tryParseBytes(amount);
    case 'pid':
      return /^\d+$/.test(amount) ? Number(amount) : undefined;
    default:
      return undefined;
  }
}

/** Parses CPUs such as `2`, `1.5` or `1500m` into millicores. */
export function tryParseMillicores(text: string): number | undefined {
  if (/^\d+m$/.test(text)) return Number(text.slice(0, -1));
  return /^\d+(\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
}

/** Parses the maximum number of pods of a kubelet. */
export function tryParsePodCount(text: string): number | undefined {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count > 0 && count <= MOST_PODS ? count : undefined;
}

/** Parses a percentage from 0 to 100; a kubelet ignores thresholds of 0% and 100%. */
export function tryParsePercentage(text: string): number | undefined {
  const percents = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) : Infinity;
  return percents <= 100 ? percents : undefined;
}

/** Sums what the arguments of a kubelet reserve of a resource; unreadable amounts count as 0. */
export function reservedSum(
  args: Readonly<Record<string, string>>,
  resource: ReservedResource,
): number {
  let sum = 0;
  for (const name of RESERVATION_ARGUMENTS) sum += reservedBy(args[name], resource);
  return sum;
}

/** Sums what one argument reserves of a resource. */
export function reservedBy(text: string | undefined, resource: ReservedResource): number {
  let sum = 0;
  for (const item of reservedItems(text ?? '')) {
    if (item.resource === resource) sum += tryParseReserved(resource, item.amount) ?? 0;
  }
  return sum;
}

const MOST_PODS = 2 ** 31 - 1;

function listItems(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
