/** Value in free-form data that no file can carry. */
export interface Unwritable {
  /** Where it is, such as `.spec.priority`. */
  readonly place: string;
  /** What it is, in words. */
  readonly given: string;
}

const MOST_DEPTH = 60;

/** Finds the first value in free-form data that YAML has no word for. */
export function findUnwritable(value: unknown, place = '', depth = 0): Unwritable | undefined {
  if (depth > MOST_DEPTH)
    return { place, given: 'data that is nested too deeply, or contains itself' };
  if (Array.isArray(value)) {
    return firstOf(value.entries(), ([index, item]) =>
      item === undefined
        ? { place: `${place}[${index}]`, given: 'undefined' }
        : findUnwritable(item, `${place}[${index}]`, depth + 1),
    );
  }
  if (isMap(value)) {
    return firstOf(Object.entries(value), ([key, item]) =>
      findUnwritable(item, `${place}.${key}`, depth + 1),
    );
  }
  return isScalar(value) ? undefined : { place, given: describe(value) };
}

function firstOf<T>(
  items: Iterable<T>,
  find: (item: T) => Unwritable | undefined,
): Unwritable | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || ['string', 'boolean', 'undefined'].includes(typeof value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `an object of ${value.constructor.name}`;
  return typeof value === 'function' ? 'a function' : String(value);
}
