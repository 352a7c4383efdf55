import { type NameStrength, nameStrength } from './secret-names';
import { type PlacedValue, valueAt } from './value-at';

/** Value in a text that follows a name which marks it as secret. */
export interface NamedValue extends PlacedValue {
  /** Name, such as `DB_PASSWORD`. */
  readonly name: string;
  /** How strongly the name marks the value as secret. */
  readonly strength: Exclude<NameStrength, 'none'>;
  /** Rest of the line, from the value on. */
  readonly line: string;
  /** Whether it is in a comment line. */
  readonly comment: boolean;
}

/** `name: value` and `NAME=value` of YAML, JSON, INI, TOML and shells, and `--name=value`. */
const ASSIGNED =
  /(?<![\w.-]|\$\{)(?:--?)?([A-Za-z_][\w.-]{0,100})(?:\\{0,3}["'`\]])*[ \t]*(?::=|=>|\?=|[:=])(?![=~:])[ \t]*/g;
/** `--name value` of commands, and the list member after such an option. */
const OPTION = /(?<![\w.-])--?([A-Za-z][\w-]{2,80})(?:\\?["'`])?(?:,)?[ \t]+(?!-)/g;
/** `set name value` of tools that store settings, and `ENV name value` of Dockerfiles. */
const SET = /\b(?:config(?:ure)?[ \t]+set|ENV)[ \t]+([\w./:@-]{3,100})[ \t]+(?![=:])/g;
/** `name: …` and `value: …` of variables and arguments. */
const PAIR =
  /\b(?:name|key)(?:\\?["'])?\s*:\s*(?:\\?["'])?([\w.-]{3,100})(?:\\?["'])?,?\s+(?:\\?["'])?value(?:\\?["'])?\s*:[ \t]*/g;
/** Default of a shell variable that is not set: `${name:-value}`. */
const DEFAULT = /\$\{([A-Za-z_]\w{0,100}):?[-=](?=[^}\s])/g;
/** XML element with text: `<name>value</name>`. */
const ELEMENT = /<([A-Za-z][\w.:-]{0,100})(?:\s[^<>\n]*)?>[ \t]*(?=[^<>\n]+<\/\1>)/g;
const PATTERNS = [ASSIGNED, OPTION, SET, PAIR, DEFAULT, ELEMENT];
/** Text of an XML element. */
const CONTENT = /[^<\n]*/y;
const COMMENT = /^\s*(?:#|\/\/|;|\*|--\s)/;
/** Map or list in flow style. */
const NESTED = /^[{[](?!\{|[A-Z]+\})/;
/** Words that can follow the name of an option in a sentence. */
const SENTENCE =
  /^(?:a|an|and|are|as|at|be|by|can|flag|for|from|if|in|is|may|must|of|on|option|or|set|should|that|the|this|to|when|which|will|with)\b/i;

/** Finds every value of a text that follows a secret name, references included. */
export function namedValues(text: string): readonly NamedValue[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) => {
      const isEscaped = name.startsWith('n') && text[index - 1] === '\\';
      const strength = nameStrength(name.replace(isEscaped ? 'n' : /^.*[/:]/, ''));
      if (strength === 'none') return [];
      const start = index + whole.length;
      const placed = pattern === ELEMENT ? contentAt(text, start) : valueAt(text, start);
      if (placed === undefined || NESTED.test(placed.value)) return [];
      if (pattern !== ASSIGNED && SENTENCE.test(placed.value)) return [];
      const lineStart = text.lastIndexOf('\n', index - 1) + 1;
      const end = text.indexOf('\n', start);
      const line = text.slice(start, end < 0 ? undefined : end);
      return [
        {
          ...placed,
          name,
          strength,
          line,
          comment: COMMENT.test(text.slice(lineStart, index + 1)),
        },
      ];
    }),
  );
}

function contentAt(text: string, start: number): PlacedValue {
  CONTENT.lastIndex = start;
  const value = CONTENT.exec(text)?.[0] ?? '';
  return { value, start, end: start + value.length };
}
