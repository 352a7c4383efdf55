const shared = new WeakSet<object>();

/** Marks plain data that many objects share and that no longer changes. */
export function share<T extends object>(value: T): T {
  shared.add(value);
  return value;
}

/** Tells whether data is marked as shared, so that results derived from it can be cached. */
export function isShared(value: object): boolean {
  return shared.has(value);
}
