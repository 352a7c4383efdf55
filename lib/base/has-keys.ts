/** Tells whether an object has any keys. */
export function hasKeys(object: object): boolean {
  for (const _ in object) return true;
  return false;
}

/** Tells whether an object or a list is empty. */
export function isEmptyObject(object: object): boolean {
  return !hasKeys(object);
}
