/** Word to look for, and its required context. */
export interface Needle {
  /** Word in lower case. */
  readonly word: string;
  /**
   * Pattern that the context must match.
   *
   * @default - the word is enough
   */
  readonly around?: RegExp;
}

/** Characters of context before the end of a word, and after it. */
const BEFORE = 60;
const BEHIND = 200;
/** Fewest characters of base64 that are worth a look. */
const LEAST_BASE64 = 20;
const [LOWER, UPPER, DIGIT, SIGN] = [1, 2, 4, 8] as const;
const MIXED = LOWER | UPPER | DIGIT;
const ASCII = 128;

/**
 * Search for many words at once, ignoring case, and for anything that could be base64 or a bootstrap token.
 *
 * It is an Aho-Corasick automaton, which reads each character once: nearly all texts of a fleet are harmless, and all of
 * them are read.
 */
export class Needles {
  private readonly classes = new Uint8Array(ASCII);
  private readonly kinds = new Uint8Array(ASCII);
  private readonly width: number;
  private readonly next: Uint16Array;
  private readonly ends: (readonly Needle[] | undefined)[] = [];

  constructor(needles: readonly Needle[]) {
    const used = [...new Set(needles.flatMap(({ word }) => [...word]))];
    this.width = used.length + 1;
    used.forEach((character, index) => {
      this.classes[character.charCodeAt(0)] = index + 1;
      this.classes[character.toUpperCase().charCodeAt(0)] = index + 1;
    });
    for (let code = 0; code < ASCII; code++) this.kinds[code] = kindOf(String.fromCharCode(code));
    const states = 1 + needles.reduce((sum, { word }) => sum + word.length, 0);
    this.next = new Uint16Array(states * this.width);
    for (const needle of needles) this.plant(needle);
    this.link();
  }

  /** Tells whether a text contains one of the words or anything that could be base64. */
  isIn(text: string): boolean {
    const { classes, kinds, next, width, ends } = this;
    let state = 0;
    let run = 0;
    let kind = 0;
    let before = 0;
    for (let index = 0; index <= text.length; index++) {
      const code = index < text.length ? text.charCodeAt(index) : 0;
      const isAscii = code < ASCII;
      state = next[state * width + (isAscii ? (classes[code] ?? 0) : 0)] ?? 0;
      const found = ends[state];
      if (found !== undefined && isFound(found, text, index)) return true;
      const bits = isAscii ? (kinds[code] ?? 0) : 0;
      if (bits !== 0) {
        run += 1;
        kind |= bits;
        continue;
      }
      if (run >= LEAST_BASE64 && (kind & MIXED) === MIXED) return true;
      if (run === 16 && before === 6 && (kind & DIGIT) !== 0) return true;
      before = code === 0x2e ? run : 0;
      run = 0;
      kind = 0;
    }
    return false;
  }

  private plant(needle: Needle): void {
    let state = 0;
    for (const character of needle.word) {
      const at = state * this.width + (this.classes[character.charCodeAt(0)] ?? 0);
      if (this.next[at] === 0) {
        this.next[at] = Math.max(this.ends.length, 1);
        this.ends.length = (this.next[at] ?? 0) + 1;
      }
      state = this.next[at] ?? 0;
    }
    this.ends[state] = [...(this.ends[state] ?? []), needle];
  }

  /** Links each state to the longest suffix of it that is a prefix of a word. */
  private link(): void {
    const back = new Uint16Array(this.ends.length);
    const queue = [0];
    for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
      for (let one = 1; one < this.width; one++) {
        const at = state * this.width + one;
        const target = this.next[at] ?? 0;
        const fallback = state === 0 ? 0 : (this.next[(back[state] ?? 0) * this.width + one] ?? 0);
        if (target === 0) {
          this.next[at] = fallback;
          continue;
        }
        back[target] = fallback;
        const inherited = this.ends[fallback];
        if (inherited !== undefined) {
          this.ends[target] = [...(this.ends[target] ?? []), ...inherited];
        }
        queue.push(target);
      }
    }
  }
}

function isFound(needles: readonly Needle[], text: string, index: number): boolean {
  return needles.some(
    ({ around }) =>
      around === undefined || around.test(text.slice(Math.max(0, index - BEFORE), index + BEHIND)),
  );
}

function kindOf(character: string): number {
  if (/[a-z]/.test(character)) return LOWER;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/\d/.test(character)) return DIGIT;
  return /[+/]/.test(character) ? SIGN : 0;
}
