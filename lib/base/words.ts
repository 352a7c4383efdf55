export { closestWord } from './closest-word';

const MOST_LISTED = 12;
/** Characters that a YAML text can contain only as escapes in quotes. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Joins words with commas, and the last two with a conjunction. */
export function wordsFor(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Lists values as JSON; of a long list, only the first ones. */
export function quotedList(values: readonly string[]): string {
  const listed = values.slice(0, MOST_LISTED).map((value) => JSON.stringify(value));
  const rest = values.length - listed.length;
  return rest > 0 ? `${listed.join(', ')} and ${rest} more` : listed.join(', ');
}

/** Largest count that the API server accepts. */
export const MOST_COUNT = 2 ** 31 - 1;

/** Says which whole numbers are allowed; the maximum is named only if it is exceeded. */
export function integerWords(given: unknown, least: number, unit = ''): string {
  return typeof given === 'number' && given > MOST_COUNT
    ? `an integer from ${least} to ${MOST_COUNT}${unit}`
    : `an integer of ${least}${unit} or more`;
}

/** Rounds a number up to a whole one; undefined if it is out of bounds or already whole. */
export function nextWhole(value: number, least: number, most = MOST_COUNT): number | undefined {
  const next = Math.ceil(value);
  return next !== value && isWholeNumber(next, least, most) ? next : undefined;
}

/** Tells whether a value is a whole number of at least `least`, and by default at most what the API server accepts. */
export function isWholeNumber(value: unknown, least: number, most = MOST_COUNT): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** Returns the code point of the first character that YAML cannot hold unescaped. */
export function unprintable(text: string): string | undefined {
  const code = UNPRINTABLE.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
