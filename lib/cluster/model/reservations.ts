import { tryParseBytes } from '../../base/quantity';

/** Arguments by which a kubelet keeps resources from pods. */
export const RESERVATION_ARGUMENTS = ['kube-reserved', 'system-reserved'] as const;

/** Resources of a node that a kubelet may keep for others than pods. */
export type ReservedResource = 'cpu' | 'memory' | 'ephemeral-storage' | 'pid';

/** What one argument says of one resource, as it is written. */
export interface ReservedItem {
  /** Name before the equals sign. */
  readonly resource: string;
  /** Text after it. */
  readonly amount: string;
}

/** Least that is left free of a resource, as it is written. */
export interface EvictionItem {
  /** Name before the sign. */
  readonly signal: string;
  /** Quantity or percentage after it; absent where there is no sign. */
  readonly threshold: string | undefined;
}

/** Items of an argument such as `cpu=500m,memory=1Gi`. */
export function reservedItems(text: string): readonly ReservedItem[] {
  return listItems(text).map((item) => {
    const [resource = '', ...rest] = item.split('=').map((part) => part.trim());
    return { resource, amount: rest.join('=') };
  });
}

/** Items of an argument such as `memory.available<500Mi,nodefs.available<10%`. */
export function evictionItems(text: string): readonly EvictionItem[] {
  return listItems(text).map((item) => {
    const at = item.indexOf('<');
    if (at < 0) return { signal: item, threshold: undefined };
    return { signal: item.slice(0, at).trim(), threshold: item.slice(at + 1).trim() };
  });
}

/** Reads an amount: processors in thousandths, sizes in bytes, others as they count. */
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

/** Reads processors such as `2`, `1.5` or `1500m` in thousandths. */
export function tryParseMillicores(text: string): number | undefined {
  if (/^\d+m$/.test(text)) return Number(text.slice(0, -1));
  return /^\d+(\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
}

/** Reads the number of pods that a kubelet is told to take. */
export function tryParsePodCount(text: string): number | undefined {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count > 0 && count <= MOST_PODS ? count : undefined;
}

/** Reads a percentage between none and all, which count as no threshold at a kubelet. */
export function tryParsePercentage(text: string): number | undefined {
  const percents = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) : Infinity;
  return percents <= 100 ? percents : undefined;
}

/** Sum of what the arguments of a kubelet keep of a resource; what is unreadable counts as nothing. */
export function reservedSum(
  args: Readonly<Record<string, string>>,
  resource: ReservedResource,
): number {
  let sum = 0;
  for (const name of RESERVATION_ARGUMENTS) sum += reservedBy(args[name], resource);
  return sum;
}

/** What one argument keeps of a resource. */
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
