import { type Fix, leaveOut, write } from './fix';
import type { Place, Refuse } from './rule';
import { closestWord, quotedList } from './words';

/** Reports an unknown word, with the closest known one or another fix; an absent word is accepted. */
export function checkWord(
  place: Place,
  word: string | undefined,
  known: readonly string[],
  refuse: Refuse,
  otherwise: Fix = leaveOut(),
): void {
  if (word === undefined || known.includes(word)) return;
  const close = closestWord(String(word), known);
  const fix = close === undefined ? otherwise : write(close);
  refuse(place, { given: word, allowed: quotedList(known), fix });
}
