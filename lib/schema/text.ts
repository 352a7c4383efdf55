import { differences } from '../base/closest-word';

const compiled = new Map<string, RegExp>();

/** Returns the compiled regular expression of a schema, cached. */
export function pattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const made = compilePattern(source);
  compiled.set(source, made);
  return made;
}

/** Returns the number of characters as schemas count them: one per code point. */
export function characters(value: string): number {
  let count = value.length;
  for (let i = 0; i < value.length - 1; i += 1) {
    const unit = value.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count -= 1;
  }
  return count;
}

/** Returns the name closest to a mistyped one, if any is close. */
export function nearestName(
  wrong: string,
  names: Iterable<string>,
  most = Infinity,
): string | undefined {
  const allowed = Math.min(wrong.length < 4 ? 1 : Math.ceil(wrong.length / 4), most);
  let best: string | undefined;
  let fewest = allowed + 1;
  for (const name of names) {
    const edits = differences(wrong.toLowerCase(), name.toLowerCase());
    if (edits >= fewest) continue;
    fewest = edits;
    best = name;
  }
  return best ?? [...names].find((name) => wrong.length > 5 && name.startsWith(wrong));
}

function compilePattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    // CRD patterns can contain needless escapes, which only this mode accepts.
    return new RegExp(source);
  }
}
