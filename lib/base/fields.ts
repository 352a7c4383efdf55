/** Fields of an object that is written to a manifest. */
export type Fields = Readonly<Record<string, unknown>>;

/** Removes absent and empty fields, which the newer API rejects; zero and false stay. */
export function compact<T extends object>(fields: T): Partial<T> {
  const kept: Partial<T> = {};
  for (const name in fields) {
    if (!isEmpty(fields[name])) kept[name] = fields[name];
  }
  return kept;
}

/** Returns the entries of a record sorted by name, so that the order of declarations does not matter. */
export function sortedEntries<T>(record: Readonly<Record<string, T>>): [name: string, value: T][] {
  return Object.entries(sorted(record));
}

/** Returns a record with its names sorted. */
export function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  if (isSorted(record)) return record;
  const ordered: Record<string, T> = {};
  for (const name of Object.keys(record).sort()) ordered[name] = record[name] as T;
  return ordered;
}

/** Joins labels into one text, sorted by name, such as `a=1,b=2`. */
export function joinLabels(labels: Readonly<Record<string, string>>): string {
  const ordered = sorted(labels);
  let text = '';
  for (const name in ordered) text += `${text === '' ? '' : ','}${name}=${ordered[name]}`;
  return text;
}

/** Converts a text of digits, such as `2`, to a number; any other text, such as `40%`, stays as it is. */
export function numberOrPercentage(
  value: number | string | undefined,
): number | string | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** Formats a range of numbers as Cluster API writes it, such as `[3-5]`. */
export function rangeText([least, most]: readonly [number, number]): string {
  return `[${least}-${most}]`;
}

/** Returns a rolling update strategy; undefined if no step is set. */
export function rollingUpdate<T extends object>(
  steps: T,
): { readonly type: 'RollingUpdate'; readonly rollingUpdate: Partial<T> } | undefined {
  const stated = compact(steps);
  return isEmpty(stated) ? undefined : { type: 'RollingUpdate', rollingUpdate: stated };
}

/** Tells whether a value is absent, or an empty text, list or record. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length === 0;
  for (const _ in value) return false;
  return true;
}

function isSorted(record: Readonly<Record<string, unknown>>): boolean {
  let last = '';
  for (const name in record) {
    if (name < last) return false;
    last = name;
  }
  return true;
}
