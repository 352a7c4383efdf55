/** Where a value is in a model: fields and places in lists. */
export type Keys = readonly (string | number)[];

/** Value at a place; undefined where there is none. */
export function valueIn(root: unknown, keys: Keys): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}

/** Same with another value at a place; the rest is shared. */
export function edited(root: unknown, keys: Keys, edit: (value: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return edit(root);
  if (Array.isArray(root)) {
    const at = Number(key);
    const next = edited(root[at], rest, edit);
    if (next === undefined) return root.filter((_, index) => index !== at);
    return root.map((one: unknown, index) => (index === at ? next : one));
  }
  const map = (root ?? {}) as Readonly<Record<string, unknown>>;
  const next = edited(map[key], rest, edit);
  const copy: unknown = Object.assign(Object.create(prototypeOf(map)), map, { [key]: next });
  if (next === undefined) Reflect.deleteProperty(copy as object, key);
  return copy;
}

function prototypeOf(value: object): object | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype === 'object' ? prototype : null;
}
