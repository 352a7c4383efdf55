/**
 * Returns a function that maps equal data to the first object seen, so that results cached per object are reused.
 *
 * The data is plain: maps, lists, strings, numbers and booleans.
 *
 * @param most - number of objects kept; when it is exceeded, all are dropped to bound memory.
 */
export function oneOfEquals<T extends object>(most: number): (value: T) => T {
  const known = new Map<string, T>();
  return (value) => {
    const text = JSON.stringify(value);
    const first = known.get(text);
    if (first !== undefined) return first;
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
