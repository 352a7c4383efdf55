/** Finds the known word that differs least from an unknown one; undefined if all differ too much. */
export function closestWord(
  word: string,
  known: readonly string[],
  most = Math.max(2, Math.floor(word.length / 3)),
): string | undefined {
  let best: string | undefined;
  let fewest = most + 1;
  for (const candidate of known) {
    const count = differences(word.toLowerCase(), candidate.toLowerCase());
    if (count >= fewest) continue;
    best = candidate;
    fewest = count;
  }
  return best;
}

/** Returns the edit distance of two texts: the fewest characters to change, add or remove to turn one into the other. */
export function differences(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
