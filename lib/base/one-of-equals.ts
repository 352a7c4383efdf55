/**
 * Makes a function that gives the first of all data that are equal, so that what is found out about it once is known.
 *
 * The data are plain: maps, lists, texts, numbers and booleans.
 *
 * @param most - number of data that are kept; with one more all are forgotten, so that memory does not grow.
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
