/** Map of unknown values, as YAML and JSON have them. */
export type Fields = Readonly<Record<string, unknown>>;

/** Tells whether a value is a map. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Field of something that may be a map. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) ? value[name] : undefined;
}

/** Maps in something that may be a list. */
export function fieldsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
