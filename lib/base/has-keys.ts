/** Tells whether an object has anything in it. */
export function hasKeys(object: object): boolean {
  for (const _ in object) return true;
  return false;
}

/** Tells whether an object or a list has nothing in it. */
export function isEmptyObject(object: object): boolean {
  return !hasKeys(object);
}
