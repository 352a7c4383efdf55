import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';

const MOST_TAGS = 50;
const MOST_KEY = 128;
const MOST_VALUE = 256;
const RESERVED = 'aws:';
const OTHER_CHARACTERS = /[^a-zA-Z0-9\s_.:=+@/-]/g;
const WORDS = 'letters, digits, spaces and _ . : / = + - @';

/** Mistake in tags, with its place in the prop. */
export interface TagMistake {
  /** Suffix of the prop. */
  readonly part: string;
  /** Finding. */
  readonly finding: Finding;
}

/** Model with tags. */
interface Tagged {
  /** Construct path. */
  readonly path: string;
  /** Tags by key. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Creates a rule for tags. */
export function tagRule<S>(id: string, taggedOf: (subject: S) => Tagged): Rule<S> {
  return {
    id,
    reason:
      'AWS accepts at most 50 tags, with keys of up to 128 and values of up to 256 characters.',
    source: 'CAPA@v2.11.1:api/v1beta2/tags.go',
    check(subject, refuse) {
      const { path, tags } = taggedOf(subject);
      for (const { part, finding } of tagMistakes(tags)) {
        refuse({ path, prop: `tags${part}` }, finding);
      }
    },
  };
}

/** Returns the mistakes in tags that AWS rejects. */
export function tagMistakes(tags: Tagged['tags']): readonly TagMistake[] {
  const entries = Object.entries(tags);
  const mistakes = entries.flatMap(([key, value]) => [
    ...keyMistakes(key),
    ...valueMistakes(key, value),
  ]);
  if (entries.length <= MOST_TAGS) return mistakes;
  const finding = {
    given: entries.length,
    allowed: `at most ${MOST_TAGS} tags`,
    fix: `remove ${entries.length - MOST_TAGS} of them`,
  };
  return [...mistakes, { part: '.length', finding }];
}

function keyMistakes(key: string): readonly TagMistake[] {
  if (key.startsWith(RESERVED)) {
    const better = key.slice(RESERVED.length);
    return [tagMistake('', key, `a key that does not start with "${RESERVED}"`, better)];
  }
  if (key === '' || key.length > MOST_KEY) {
    return [tagMistake('', key, `a key of 1 to ${MOST_KEY} characters`, key.slice(0, MOST_KEY))];
  }
  const better = plain(key);
  return better === key ? [] : [tagMistake('', key, `a key of ${WORDS}`, better)];
}

function valueMistakes(key: string, value: string): readonly TagMistake[] {
  const part = `[${JSON.stringify(key)}]`;
  if (value.length > MOST_VALUE) {
    const finding = {
      given: value.length,
      allowed: `at most ${MOST_VALUE} characters`,
      fix: `shorten it to ${MOST_VALUE} characters`,
    };
    return [{ part: `${part}.length`, finding }];
  }
  const better = plain(value);
  if (better === value) return [];
  return [{ part, finding: { given: value, allowed: WORDS, fix: write(better) } }];
}

function tagMistake(part: string, given: string, allowed: string, better: string): TagMistake {
  return {
    part,
    finding: { given, allowed, fix: better === '' ? leaveOut() : nameIt(plain(better)) },
  };
}

function plain(text: string): string {
  return text.replace(OTHER_CHARACTERS, '-');
}
