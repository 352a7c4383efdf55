import { isRecord } from './open-api';

/** Field that two versions of a kind have under different names, or at different places. */
interface Rename {
  /** Name in the older version. */
  readonly older: string;
  /** Way to it in the newer version. */
  readonly newer: readonly string[];
  /** Whether the newer one says the opposite. */
  readonly inverted?: boolean;
}

/** Fields of the OpenStack provider's kinds, in infrastructure v1beta1 and v1beta2. */
const RENAMES: readonly Rename[] = [
  { older: 'apiServerLoadBalancer', newer: ['apiServer', 'managedLoadBalancer'] },
  { older: 'apiServerFloatingIP', newer: ['apiServer', 'floatingIP'] },
  { older: 'apiServerFixedIP', newer: ['apiServer', 'fixedIP'] },
  { older: 'apiServerPort', newer: ['apiServer', 'port'] },
  {
    older: 'disableAPIServerFloatingIP',
    newer: ['apiServer', 'enableFloatingIP'],
    inverted: true,
  },
  { older: 'disableExternalNetwork', newer: ['enableExternalNetwork'], inverted: true },
  { older: 'networkMTU', newer: ['managedNetwork', 'mtu'] },
  { older: 'disablePortSecurity', newer: ['managedNetwork', 'enablePortSecurity'], inverted: true },
  { older: 'disablePortSecurity', newer: ['enablePortSecurity'], inverted: true },
  { older: 'externalRouterIPs', newer: ['managedRouter', 'externalIPs'] },
  { older: 'allNodesSecurityGroupRules', newer: ['clusterNodesSecurityGroupRules'] },
  { older: 'flavorID', newer: ['flavor', 'id'] },
];

/**
 * Says how a version of a kind writes a field that only another version has, or undefined where none has it.
 *
 * @param isFree Tells whether the kind has a field, at the end of a way from where the name was found, and it is not set.
 */
export function renameFix(
  name: string,
  value: unknown,
  isFree: (way: readonly string[]) => boolean,
): string | undefined {
  const newer = RENAMES.find((one) => one.older === name && isFree(one.newer));
  if (newer !== undefined) return moved([name], newer.newer, newer.inverted, value);
  const parts = RENAMES.flatMap(({ older, newer: [first, ...rest], inverted }) => {
    const part = first === name && isFree([older]) ? partOf(value, rest) : undefined;
    return part === undefined ? [] : [moved([name, ...rest], [older], inverted, part)];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

function moved(
  from: readonly string[],
  to: readonly string[],
  inverted = false,
  value: unknown,
): string {
  const target = to.join('.');
  if (inverted) return `write ${target}: ${value !== true} in place of ${from.join('.')}`;
  const isRename = from.length === 1 && to.length === 1;
  return `${isRename ? 'rename' : 'move'} ${from.join('.')} to ${target}`;
}

function partOf(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>((part, step) => (isRecord(part) ? part[step] : undefined), value);
}
