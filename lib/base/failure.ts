import { join, relative, sep } from 'node:path';
import { Described, type Issue, ValidationError } from './errors';
import { IncompleteError } from './incomplete';
import { LIBRARY_FOLDER } from './library-folder';

/** Rule that a check says what is wrong, and does not break. */
export const BROKEN_RULE = 'rule-failed';

/** Rule that what a user adds does its part without an error. */
export const CODE_RULE = 'code-failed';

/** Mistake for code of the user's own that has thrown. */
export function codeFailed(path: string, prop: string, error: unknown): Issue {
  const place = placeOf(error);
  return {
    path,
    prop,
    given: new Described(`an error: ${messageOf(error)}`),
    allowed: 'code that does not throw',
    fix: place === undefined ? 'mend what it says' : `mend ${place}`,
    rule: CODE_RULE,
  };
}

/** Mistake for a check that has thrown, as values are such as nobody thought of. */
export function ruleFailed(path: string, rule: string, error: unknown): Issue {
  return {
    path,
    prop: `rule ${rule}`,
    given: new Described(`an error: ${messageOf(error)}`),
    allowed: 'values that the rule can look at',
    fix: 'mend the other mistakes first; if there are none, report this one',
    rule: BROKEN_RULE,
  };
}

/** Mistakes that an error stands for: its own, none of what follows from others, or that code of the user's has thrown. */
export function mistakesOf(path: string, prop: string, error: unknown): readonly Issue[] {
  if (error instanceof ValidationError) return error instanceof IncompleteError ? [] : error.issues;
  return [codeFailed(path, prop, error)];
}

/** What an error says, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : safeText(error);
  return text.replace(/\s*\n\s*/g, '; ');
}

function safeText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'something that has no text';
  }
}

const FRAME = /\(?((?:file:\/\/)?[^()\s]+?):(\d+):\d+\)?$/;

/** File and line of the user's own from which an error came. */
function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined;
  for (const line of error.stack.split('\n')) {
    const [, file = '', number] = FRAME.exec(line) ?? [];
    const path = file.replace(/^file:\/\//, '');
    if (path === '' || path.startsWith('node:') || path.includes(`${sep}node_modules${sep}`))
      continue;
    const isOwn = OWN.some((own) => path === own || path.startsWith(own + sep));
    return isOwn ? undefined : `${relative(process.cwd(), path)}:${number}`;
  }
  return undefined;
}

/** Folders of the library, and the file that the package has of them. */
const OWN = ['lib', 'constructs', 'capi-fleet.js'].map((name) => join(LIBRARY_FOLDER, name));
