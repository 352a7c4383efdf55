/**
 * Caches the results of a function, for arguments that recur in a fleet.
 *
 * @param most - number of results kept; when it is exceeded, all are dropped to bound memory.
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
