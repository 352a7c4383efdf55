import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Fleet } from '../../constructs/index';
import { ROOT } from '../paths';

/** Folder of the programs, relative to the root. */
const PROGRAMS = 'site/constructs';

/** Program of a page about a construct. */
export interface Program {
  /** Name of its file, without the extension. */
  readonly name: string;
  /** Text about the construct, as Markdown: the comment at the start of the file. */
  readonly introduction: string;
  /** Part of the program that the page shows. */
  readonly code: string;
}

/** YAML that a program writes. */
export interface WrittenYaml {
  /** File below the output folder. */
  readonly file: string;
  /** Its text, or the shown objects of it. */
  readonly text: string;
}

/** What a program exports. */
interface ProgramModule {
  readonly fleet: Fleet;
  /** Files, kinds, or a kind with the start of a name, in the order of the page. */
  readonly shown: readonly string[];
}

/** Returns the file of a program, relative to the root. */
export function programFile(name: string): string {
  return `${PROGRAMS}/${name}.ts`;
}

/** Returns the programs of the pages about constructs, sorted by name. */
export function programs(): readonly Program[] {
  return readdirSync(join(ROOT, PROGRAMS))
    .map((file) => basename(file, '.ts'))
    .sort()
    .map(readProgram);
}

/**
 * Runs a program and returns the YAML that its page shows.
 *
 * @throws ValidationError with the mistakes of the program
 * @throws Error if the program writes nothing of what its page shows.
 */
export function yamlOf({ name }: Program): readonly WrittenYaml[] {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { fleet, shown }: ProgramModule = require(join(ROOT, PROGRAMS, name));
    fleet.synth();
    const written = filesOf(join(folder, 'clusters'));
    return shown.map((what) => select(written, what, name));
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

function readProgram(name: string): Program {
  const file = programFile(name);
  const text = readFileSync(join(ROOT, file), 'utf8');
  const [, comment] = /^\/\*\n([\s\S]*?)\n \*\//.exec(text) ?? [];
  const [, code] = /^\/\/ #region program\n([\s\S]*?)^\/\/ #endregion$/m.exec(text) ?? [];
  if (comment === undefined || code === undefined) {
    throw new Error(`${file} has no comment at its start, or no region "program"`);
  }
  const introduction = comment.replace(/^ \* ?/gm, '');
  return { name, introduction, code: code.trim() };
}

function filesOf(folder: string): readonly WrittenYaml[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

function select(written: readonly WrittenYaml[], what: string, program: string): WrittenYaml {
  const found = what.endsWith('.yaml')
    ? written.find(({ file }) => file === what)
    : withObjects(written, what);
  if (found !== undefined) return found;
  throw new Error(`${programFile(program)} writes no ${what}`);
}

/** Returns the first file with objects of a kind, or of a kind and the start of a name, and these objects only. */
function withObjects(written: readonly WrittenYaml[], what: string): WrittenYaml | undefined {
  const [kind, name = ''] = what.split(' ');
  const isShown = (text: string) =>
    new RegExp(`^kind: ${kind}$`, 'm').test(text) && new RegExp(`^  name: ${name}`, 'm').test(text);
  for (const { file, text } of written) {
    const objects = text.split(/^---\n/m).filter(isShown);
    if (objects.length > 0) return { file, text: objects.join('---\n') };
  }
  return undefined;
}
