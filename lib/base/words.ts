export { closestWord } from './closest-word';

const MOST_LISTED = 12;
/** Characters that no text of YAML has, but for those inside of quotes that escape them. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Joins words by commas, the last two by a conjunction. */
export function wordsFor(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Lists values as JSON, the first ones of a long list. */
export function quotedList(values: readonly string[]): string {
  const listed = values.slice(0, MOST_LISTED).map((value) => JSON.stringify(value));
  const rest = values.length - listed.length;
  return rest > 0 ? `${listed.join(', ')} and ${rest} more` : listed.join(', ');
}

/** Largest count that the API server takes. */
export const MOST_COUNT = 2 ** 31 - 1;

/** Which whole numbers are allowed; the largest one is said only of a larger one. */
export function integerWords(given: unknown, least: number, unit = ''): string {
  return typeof given === 'number' && given > MOST_COUNT
    ? `an integer from ${least} to ${MOST_COUNT}${unit}`
    : `an integer of ${least}${unit} or more`;
}

/** Next whole number above another number; undefined where that is not within bounds, or was whole already. */
export function nextWhole(value: number, least: number, most = MOST_COUNT): number | undefined {
  const next = Math.ceil(value);
  return next !== value && isWholeNumber(next, least, most) ? next : undefined;
}

/** Tells whether a value is a whole number of at least some size, by default one that the API server takes. */
export function isWholeNumber(value: unknown, least: number, most = MOST_COUNT): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** First character of a text that YAML cannot hold as it stands, by its number. */
export function unprintable(text: string): string | undefined {
  const code = UNPRINTABLE.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
