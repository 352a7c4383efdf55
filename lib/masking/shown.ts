import { Described } from './described';
import { MASK, masked, maskedData } from './mask';
import { isReference } from './references';
import { nameStrength } from './secret-names';

/** Texts of a message about a value. */
export interface ShownTexts {
  /** Where the value is. */
  readonly path: string;
  /** Prop or field that has it. */
  readonly prop: string;
  /** Value itself; left out where there is none. */
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed: string;
  /** What to type instead. */
  readonly fix: string;
}

const MOST_GIVEN = 300;
const MOST_OF_LINES = 24;
const LONG_FOR_A_NAME = 64;
/** Props that take a whole credential, or the name of one. */
const CREDENTIALS = /^(?:credentials|cloudsYaml)$/;
/** Name of a credential, or what a rule says of one. */
const ABOUT_CREDENTIALS = /^[\w .-]{0,64}$|^\(/;
const WORD = /[A-Za-z0-9]{4,}/g;

/** Texts of a message in which nothing is readable that could be secret, nor repeated in other words. */
export function shownTexts({ path, prop, given, allowed, fix }: ShownTexts): ShownTexts & {
  readonly given?: string;
} {
  const whole = wholeText(given);
  const shown = given === undefined ? undefined : shownValue(given, prop);
  const hidden = shown === undefined ? [] : hiddenWords(whole, shown);
  const clean = (text: string): string => without(hidden, masked(text));
  return {
    path: clean(path),
    prop: clean(prop),
    ...(shown === undefined ? {} : { given: shown }),
    allowed: clean(allowed),
    fix: clean(fix),
  };
}

/**
 * Value as messages show it: in JSON, numbers that are none by their names, of a long one the beginning.
 *
 * @param prop Prop or field that has it, whose name may say that it is secret.
 */
export function shownValue(given: unknown, prop = ''): string {
  if (typeof given === 'number') return isSecretProp(prop) ? MASK : String(given);
  if (typeof given === 'string') return isHidden(given, prop) ? `"${MASK}"` : shownText(given);
  if (given instanceof Described) return masked(given.toString());
  const json = jsonText(given);
  return json.length <= MOST_GIVEN ? json : cut(json, json, MOST_GIVEN);
}

function jsonText(given: unknown): string {
  try {
    return JSON.stringify(maskedData(given)) ?? String(given);
  } catch (error) {
    if (error instanceof Error && 'issues' in error) throw error;
    return Object.prototype.toString.call(given);
  }
}

function isHidden(given: string, prop: string): boolean {
  if (CREDENTIALS.test(lastName(prop))) return !ABOUT_CREDENTIALS.test(given);
  return isSecretProp(prop) && !isReference(given);
}

function isSecretProp(prop: string): boolean {
  return nameStrength(lastName(prop)) === 'strong';
}

function lastName(prop: string): string {
  return /([\w-]+)(?:\[\d+\]|\["?[^\]]*\])*$/.exec(prop.replace(/ of .*$/s, ''))?.[1] ?? '';
}

function shownText(given: string): string {
  const clean = masked(given);
  const [line = ''] = clean.split('\n', 1);
  if (given.includes('\n') && given.length > LONG_FOR_A_NAME) {
    return cut(JSON.stringify(line), given, Math.min(line.length + 1, MOST_OF_LINES));
  }
  const json = JSON.stringify(clean);
  return json.length <= MOST_GIVEN ? json : cut(json, given, MOST_GIVEN);
}

function cut(json: string, { length }: string, most: number): string {
  return `${json.slice(0, most).toWellFormed()}… (${length} characters)`;
}

function wholeText(given: unknown): string {
  if (typeof given === 'string') return given;
  return typeof given === 'object' && !(given instanceof Described) ? leavesOf(given) : '';
}

function leavesOf(given: object | null): string {
  try {
    return JSON.stringify(given) ?? '';
  } catch {
    return '';
  }
}

/** Words of a value that its shown form does not have. */
function hiddenWords(whole: string, shown: string): readonly string[] {
  if (whole === '') return [];
  const left = new Set(wordsOf(shown));
  return wordsOf(whole).filter((word) => !left.has(word));
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** Text without words that are hidden elsewhere, of which a name that is made from them may have only the beginning. */
function without(hidden: readonly string[], text: string): string {
  if (hidden.length === 0) return text;
  const known = new Set(hidden);
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) =>
    quoted.replace(WORD, (word) => {
      const plain = word.toLowerCase();
      const isCut = hidden.some((one) => one.startsWith(plain) && plain.length > 5);
      return known.has(plain) || isCut ? MASK : word;
    }),
  );
}
