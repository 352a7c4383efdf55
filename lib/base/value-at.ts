import type { Fields } from './fields';
import { isMap } from './is-map';

/** Returns the value at a path of map keys, or undefined. */
export function valueAt(from: unknown, ...way: readonly string[]): unknown {
  let value = from;
  for (const step of way) value = isMap(value) ? value[step] : undefined;
  return value;
}

/** Returns the map at a path of map keys; an empty map if there is none. */
export function mapAt(from: unknown, ...way: readonly string[]): Fields {
  const value = valueAt(from, ...way);
  return isMap(value) ? value : {};
}

/** Returns the maps in the list at a path of map keys, each with its index. */
export function mapsAt(from: unknown, ...way: readonly string[]): readonly [Fields, number][] {
  const value = valueAt(from, ...way);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index): [Fields, number][] =>
    isMap(item) ? [[item, index]] : [],
  );
}

/** Returns the maps in a value that can be a list. */
export function mapsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}
