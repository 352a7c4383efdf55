import type { Fields } from './fields';
import { isMap } from './is-map';

/** Value at the end of a way through maps, or undefined. */
export function valueAt(from: unknown, ...way: readonly string[]): unknown {
  let value = from;
  for (const step of way) value = isMap(value) ? value[step] : undefined;
  return value;
}

/** Map at the end of a way; an empty one where there is none. */
export function mapAt(from: unknown, ...way: readonly string[]): Fields {
  const value = valueAt(from, ...way);
  return isMap(value) ? value : {};
}

/** Maps of a list at the end of a way, each with its position. */
export function mapsAt(from: unknown, ...way: readonly string[]): readonly [Fields, number][] {
  const value = valueAt(from, ...way);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index): [Fields, number][] =>
    isMap(item) ? [[item, index]] : [],
  );
}

/** Maps in something that may be a list. */
export function mapsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}
