import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of containers, which a run finds below a folder of the test. */
const FOLDERS = /(?<![\w/.])\/(?=(manifest|tmp|backup|var\/run\/secrets)\b)/g;

/** What a container that was run left. */
export interface ContainerRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Arguments of each call of a program that the test put in the place of another. */
  readonly calls: readonly (readonly string[])[];
}

/** Container, as far as a run needs it. */
export interface RunContainer {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Text as Kubernetes gives it to a container: known variables are put in, and two dollars are one. */
export function expanded(text: string, env: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\$(?:\$|\(([^)]*)\))/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    return Object.hasOwn(env, name) ? (env[name] ?? '') : whole;
  });
}

/**
 * Runs the command of a container with programs of the test's own, each a shell script that finds its arguments as usual.
 *
 * Their arguments are noted, and folders of containers are below the given one.
 */
export function runContainer(
  folder: string,
  { command, env = {} }: RunContainer,
  programs: Readonly<Record<string, string>>,
): ContainerRun {
  const bin = join(folder, 'bin');
  const notes = join(folder, 'calls');
  for (const made of [bin, join(folder, 'tmp'), join(folder, 'manifest')]) {
    mkdirSync(made, { recursive: true });
  }
  writeFileSync(notes, '');
  for (const [name, script] of Object.entries(programs)) {
    const note = `printf '%s\\0' $# ${name} "$@" >> '${notes}'`;
    writeFileSync(join(bin, name), `#!/bin/sh\n${note}\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const moved = (text: string) => text.replace(FOLDERS, `${folder}/`);
  const [program = '', ...args] = command.map((text) => moved(expanded(text, env)));
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: `${bin}:/usr/bin:/bin`, ...env },
  });
  return { status, stdout, stderr, calls: callsIn(notes) };
}

/** Calls as they were noted: the number of arguments, the program, and the arguments. */
function callsIn(notes: string): readonly (readonly string[])[] {
  const texts = readFileSync(notes, 'utf8').split('\0').slice(0, -1);
  const calls: string[][] = [];
  for (let at = 0; at < texts.length; at += Number(texts[at]) + 2) {
    calls.push(texts.slice(at + 1, at + 2 + Number(texts[at])));
  }
  return calls;
}
