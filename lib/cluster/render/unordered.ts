import { canonicalJson } from '../../base/content-hash';
import { isMap } from '../../base/is-map';

/**
 * Names of lists whose order has no meaning, in every kind that the library writes.
 *
 * Most of them are sets in their CRDs; controllers treat the others as sets.
 */
export const UNORDERED_LISTS: ReadonlySet<string> = new Set([
  'additionalPorts',
  'allNodesSecurityGroupRules',
  'allowedAddressPairs',
  'allowedCIDRs',
  'certSANs',
  'clusterNodesSecurityGroupRules',
  'controlPlaneAvailabilityZones',
  'controlPlaneNodesSecurityGroupRules',
  'externalIPs',
  'externalRouterIPs',
  'ignorePreflightErrors',
  'notTags',
  'notTagsAny',
  'preAllocatedFloatingIPs',
  'remoteManagedGroups',
  'securityGroups',
  'sshAuthorizedKeys',
  'tagIDs',
  'tags',
  'tagsAny',
  'workerNodesSecurityGroupRules',
]);

/**
 * Sorts those lists, so that the order in a program does not change the output.
 *
 * Data that is already in order is returned unchanged.
 */
export function ordered<T>(data: T): T {
  return orderedValue(data, '') as T;
}

function orderedValue(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return orderedList(value, name);
  let changed: Record<string, unknown> | undefined;
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    const better = orderedValue(member, key);
    if (better === member) continue;
    changed ??= { ...value };
    changed[key] = better;
  }
  return changed ?? value;
}

function orderedList(list: readonly unknown[], name: string): readonly unknown[] {
  const items = list.map((item) => orderedValue(item, ''));
  const inner = items.every((item, index) => item === list[index]) ? list : items;
  return UNORDERED_LISTS.has(name) ? inOrder(inner) : inner;
}

function inOrder(list: readonly unknown[]): readonly unknown[] {
  if (list.length < 2) return list;
  const keyed = list.map((item) => ({ item, key: sortKey(item) }));
  const isSorted = keyed.every(({ key }, index) => index === 0 || atMost(keyed[index - 1], key));
  if (isSorted) return list;
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

function atMost(before: { readonly key: string } | undefined, key: string): boolean {
  return before === undefined || before.key <= key;
}

/** Returns the key that sorts numbers by value, texts by characters, and objects by name and canonical JSON. */
function sortKey(item: unknown): string {
  if (typeof item === 'number') return String(item).padStart(16, '0');
  if (typeof item === 'string') return item;
  const name = isMap(item) && typeof item.name === 'string' ? item.name : '';
  return `${name} ${canonicalJson(item)}`;
}
