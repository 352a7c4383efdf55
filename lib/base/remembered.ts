/**
 * Makes a function keep its results, for arguments that come again in a fleet.
 *
 * @param most - number of results that are kept; with one more all are forgotten, so that memory does not grow.
 */
export function remembered<Result>(
  most: number,
  make: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Result;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
