/** Tells whether an object has anything in it. */
export function hasKeys(object: object): boolean {
  for (const _ in object) return true;
  return false;
}
