const shared = new WeakSet<object>();

/** Marks plain data that many objects have in common and that nobody changes any more. */
export function share<T extends object>(value: T): T {
  shared.add(value);
  return value;
}

/** Tells whether data was marked as shared, so that what is derived from it may be kept. */
export function isShared(value: object): boolean {
  return shared.has(value);
}
