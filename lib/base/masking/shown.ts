import { Described } from './described';
import { MASK, masked, maskedData } from './mask';
import { isReference } from './references';
import { nameStrength } from './secret-names';

/** Texts of a message about a value. */
export interface ShownTexts {
  /** Where the value is. */
  readonly path: string;
  /** Prop or field that has the value. */
  readonly prop: string;
  /** The value itself; omitted if there is none. */
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed: string;
  /** What to type instead. */
  readonly fix: string;
}

const MOST_GIVEN = 300;
const MOST_OF_CUT = 24;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
/** Props that take a whole credential, or the name of one. */
const CREDENTIALS = /^(?:credentials|cloudsYaml)$/;
/** Name of a credential, or a rule's description of one. */
const ABOUT_CREDENTIALS = /^[\w .-]{0,64}$|^\(/;
const WORD = /[A-Za-z0-9]{4,}/g;
/** Props that take a name. */
const NAMES =
  /(?:^id|(?<!user)name|namespace|flavor|zone|region|cloud|network|subnet|router|group|volumetype|class)$/i;
/** Texts that are not names: long ones, and those with punctuation of settings or code. */
const NO_NAME =
  /\n|^(?=.{65})(?!(?:[a-z0-9]{1,16}[-.])*[a-z0-9]{1,16}$)|\s.*[:={}[\];|<>]|[:={}[\];|<>].*\s/s;
/** Beginning of a text up to the first word that is not made of letters. */
const WORDS_OF_LETTERS =
  /^(?:[^\w\n]*(?:[a-z]+(?:[A-Z][a-z]{2,})*|(?:[A-Z][a-z]{2,})+|[A-Z]+)(?!\w))*[^\w\n]*/;
/** Name of an object after the field in it and its kind. */
const OBJECT_NAME = /(?<= of [A-Z]\w{0,62} ).+$/s;
/** Part of a name that has digits and is longer than an identifier. */
const LONG_PART = /(?=[a-zA-Z]*\d)[a-zA-Z0-9]{21,}/g;
const BLANKS = /([\s"'=:,;()[\]{}]+)/;
/** Word of digits and letters in both cases, as generated ones are. */
const MADE = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$/;

/** Masks secrets in the texts of a message, and words that repeat them. */
export function shownTexts({ path, prop, given, allowed, fix }: ShownTexts): ShownTexts & {
  readonly given?: string;
} {
  const whole = wholeText(given);
  const shown = given === undefined ? undefined : shownValue(given, prop);
  const hidden = shown === undefined ? [] : hiddenWords(whole, shown);
  const clean = (text: string): string => without(hidden, masked(text));
  return {
    path: without(hidden, path.split('/').map(shownStep).join('/')),
    prop: clean(prop.replace(OBJECT_NAME, shownObjectName)),
    ...(shown === undefined ? {} : { given: shown }),
    allowed: without(isMasked(shown) ? hidden : hidden.filter(isMixed), masked(allowed)),
    fix: withoutMasks(fix, clean(fix)),
  };
}

/**
 * Formats a value for messages: as JSON, NaN and Infinity by name, a long value truncated.
 *
 * @param prop Prop or field that has it, whose name can mark it as secret.
 */
export function shownValue(given: unknown, prop = ''): string {
  if (typeof given === 'number') return isSecretProp(prop) ? MASK : String(given);
  if (typeof given === 'string')
    return isHidden(given, prop) ? `"${MASK}"` : shownText(given, prop);
  if (given instanceof Described) return masked(given.toString());
  const json = jsonText(given, namesOf(prop).find(isSecretName));
  return json.length <= MOST_GIVEN ? json : cut(json, json, MOST_GIVEN);
}

function jsonText(given: unknown, name?: string): string {
  try {
    return JSON.stringify(maskedData(given, name)) ?? String(given);
  } catch (error) {
    if (error instanceof Error && 'issues' in error) throw error;
    return Object.prototype.toString.call(given);
  }
}

function isHidden(given: string, prop: string): boolean {
  if (namesOf(prop).some((name) => CREDENTIALS.test(name))) return !ABOUT_CREDENTIALS.test(given);
  return isSecretProp(prop) && !isReference(given);
}

function isSecretProp(prop: string): boolean {
  return namesOf(prop).some(isSecretName);
}

function isSecretName(name: string): boolean {
  return nameStrength(name) === 'strong';
}

/** Returns the last name of a prop and the keys after it: `labels` and `a/password` for `labels["a/password"]`. */
function namesOf(prop: string): readonly string[] {
  const [, name = '', keys = ''] =
    /([\w-]+)((?:\[\d+\]|\["(?:[^"\\]|\\.)*"\]|\[[^\]]*\])*)$/.exec(prop.replace(/ of .*$/s, '')) ??
    [];
  return [name, ...[...keys.matchAll(/\["?(.*?)"?\]/g)].map(([, key = '']) => key)];
}

function shownText(given: string, prop: string): string {
  const isName = namesOf(prop).some((name) => NAMES.test(name));
  if (given.trim().includes('\n') || (isName && NO_NAME.test(given))) {
    return cut(JSON.stringify(harmless(given)).slice(0, -1), given, MOST_OF_CUT);
  }
  const json = JSON.stringify(isName ? shownName(given) : masked(given));
  return json.length <= MOST_GIVEN ? json : cut(json, given, MOST_GIVEN);
}

/** Masks a name that could contain a secret, such as a pool named `token 1234`. */
function shownName(name: string): string {
  const clean = masked(name);
  if (!/\s/.test(clean.trim())) return clean;
  const words = clean.split(BLANKS);
  return words
    .map((word, index) => {
      if (index % 2 === 1 || word === '') return word;
      return isSecretName(words[index - 2] ?? '') || MADE.test(word) ? MASK : word;
    })
    .join('');
}

/** Formats a construct name in a path, without parts that are not a name. */
function shownStep(name: string): string {
  if (!NO_NAME.test(name)) return shownName(name);
  return `${harmless(name).slice(0, MOST_OF_CUT)}…`;
}

/** Formats an object name, without parts as long as a secret, because names can be derived from secrets. */
function shownObjectName(name: string): string {
  return shownStep(name.replace(LONG_PART, MASK));
}

/** Returns the words of letters at the start of the first line of a text. */
function harmless(text: string): string {
  return WORDS_OF_LETTERS.exec(masked(text))?.[0] ?? '';
}

function isMasked(shown = ''): boolean {
  return shown.includes(MASK);
}

/** Tells whether a word cannot come from a text of the library itself. */
function isMixed(word: string): boolean {
  return /\d/.test(word);
}

/** Blanks quotations with masked parts in a fix: a change that is derived from a secret is of no use. */
function withoutMasks(fix: string, clean: string): string {
  if (fix === clean || !clean.includes(MASK)) return clean;
  return clean.replace(QUOTED, (quoted) => (quoted.includes(MASK) ? '"…"' : quoted));
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

/** Returns the words of a value that its shown form omits. */
function hiddenWords(whole: string, shown: string): readonly string[] {
  if (whole === '') return [];
  const left = new Set(wordsOf(shown));
  return wordsOf(whole).filter((word) => !left.has(word));
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** Masks words that are hidden elsewhere, including the beginning of one in a derived name. */
function without(hidden: readonly string[], text: string): string {
  if (hidden.length === 0) return text;
  const known = new Set(hidden);
  return text.replace(QUOTED, (quoted) =>
    quoted.replace(WORD, (word) => {
      const plain = word.toLowerCase();
      const isCut = hidden.some((one) => one.startsWith(plain) && plain.length > 5);
      return known.has(plain) || isCut ? MASK : word;
    }),
  );
}
