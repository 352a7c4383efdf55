import { join, relative, sep } from 'node:path';
import { Described, type Issue, ValidationError } from './errors';
import { IncompleteError } from './incomplete';
import { LIBRARY_FOLDER } from './library-folder';

/** Rule that every check reports mistakes instead of throwing. */
export const BROKEN_RULE = 'rule-failed';

/** Rule that the user's own code runs without an error. */
export const CODE_RULE = 'code-failed';

/** Returns the issue for user code that threw an error. */
export function codeFailed(path: string, prop: string, error: unknown): Issue {
  const place = placeOf(error);
  return {
    path,
    prop,
    given: new Described(`an error: ${messageOf(error)}`),
    allowed: 'code that does not throw',
    fix: place === undefined ? 'correct the code that throws it' : `correct ${place}`,
    rule: CODE_RULE,
  };
}

/** Returns the issue for a check that threw an error because of values it does not expect. */
export function ruleFailed(path: string, rule: string, error: unknown): Issue {
  return {
    path,
    prop: `rule ${rule}`,
    given: new Described(`an error: ${messageOf(error)}`),
    allowed: 'values that the rule can check',
    fix: 'correct the other mistakes first; if there are none, report this as a bug',
    rule: BROKEN_RULE,
  };
}

/**
 * Returns the issues of an error: its own, none for an error that follows from others, or one issue for user code
 * that threw.
 */
export function mistakesOf(path: string, prop: string, error: unknown): readonly Issue[] {
  if (error instanceof ValidationError) return error instanceof IncompleteError ? [] : error.issues;
  return [codeFailed(path, prop, error)];
}

/** Returns the message of an error on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : safeText(error);
  return text.replace(/\s*\n\s*/g, '; ');
}

function safeText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'a value that cannot be printed';
  }
}

const FRAME = /\(?((?:file:\/\/)?[^()\s]+?):(\d+):\d+\)?$/;

/** Returns the file and line of the user's code where an error was thrown. */
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

/** Folders of the library, and its single file in the package. */
const OWN = ['lib', 'constructs', 'capi-fleet.js'].map((name) => join(LIBRARY_FOLDER, name));
