import { isRecord } from './open-api';

const COMPARED_PAIRWISE = 24;

/**
 * Returns the index of the first item that repeats an earlier one, or -1.
 *
 * Compares items by the given fields, or as a whole.
 */
export function firstDuplicate(items: readonly unknown[], keys?: readonly string[]): number {
  if (items.length > COMPARED_PAIRWISE) return firstDuplicateOfMany(items, keys);
  for (let i = 1; i < items.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (same(items[i], items[j], keys)) return i;
    }
  }
  return -1;
}

function firstDuplicateOfMany(items: readonly unknown[], keys: readonly string[] = []): number {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const fields = keys.length > 0 && isRecord(item) ? keys.map((key) => item[key] ?? null) : item;
    const text = JSON.stringify(fields);
    if (seen.has(text)) return index;
    seen.add(text);
  }
  return -1;
}

function same(a: unknown, b: unknown, keys: readonly string[] | undefined): boolean {
  if (keys === undefined || !isRecord(a) || !isRecord(b)) return a === b || sameText(a, b);
  for (const key of keys) {
    if (a[key] !== b[key]) return false;
  }
  return true;
}

function sameText(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
