/** Fields of an object on their way into a manifest. */
export type Fields = Readonly<Record<string, unknown>>;

/** Fields without those that are absent or empty, which the newer API refuses; zero and false stay. */
export function compact<T extends object>(fields: T): Partial<T> {
  const kept: Partial<T> = {};
  for (const name in fields) {
    if (!isEmpty(fields[name])) kept[name] = fields[name];
  }
  return kept;
}

/** Entries of a record by their names, so that the order of declarations changes nothing. */
export function sortedEntries<T>(record: Readonly<Record<string, T>>): [name: string, value: T][] {
  return Object.entries(sorted(record));
}

/** A record with its names in order. */
export function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  if (isSorted(record)) return record;
  const ordered: Record<string, T> = {};
  for (const name of Object.keys(record).sort()) ordered[name] = record[name] as T;
  return ordered;
}

/** Labels in one text, as `a=1,b=2` by their names. */
export function joinLabels(labels: Readonly<Record<string, string>>): string {
  const ordered = sorted(labels);
  let text = '';
  for (const name in ordered) text += `${text === '' ? '' : ','}${name}=${ordered[name]}`;
  return text;
}

/** Number in a text that is one, such as `2`; any other text, such as `40%`, as it is. */
export function numberOrPercentage(
  value: number | string | undefined,
): number | string | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** Range of numbers as Cluster API writes it, such as `[3-5]`. */
export function rangeText([least, most]: readonly [number, number]): string {
  return `[${least}-${most}]`;
}

/** Strategy that replaces machines step by step; absent where no step is stated. */
export function rollingUpdate<T extends object>(
  steps: T,
): { readonly type: 'RollingUpdate'; readonly rollingUpdate: Partial<T> } | undefined {
  const stated = compact(steps);
  return isEmpty(stated) ? undefined : { type: 'RollingUpdate', rollingUpdate: stated };
}

/** Tells whether a value says nothing: absent, or an empty text, list or record. */
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
