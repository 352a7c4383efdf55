import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { TreeJob } from './tree-program';

/** A tree before and after a synth, and what somebody else has in it. */
export interface TreeScene {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly theirs: Readonly<Record<string, string>>;
  readonly scope?: readonly string[];
}

/** Changes of every kind that a commit makes. */
export const TREE_SCENES: readonly TreeScene[] = [
  {
    name: 'a first synth',
    before: {},
    after: { 'm/kustomization.yaml': 'k', 'm/a/x.yaml': 'new x', 'm/b/y.yaml': 'new y' },
    theirs: { 'm/README.md': 'mine' },
  },
  {
    name: 'changed, new and removed clusters',
    before: {
      'm/kustomization.yaml': 'old k',
      'm/a/x.yaml': 'old x',
      'm/a/same.yaml': 'same',
      'm/gone/y.yaml': 'old y',
      'm/gone/z.yaml': 'old z',
    },
    after: {
      'm/kustomization.yaml': 'new k',
      'm/a/x.yaml': 'new x, which is longer',
      'm/a/same.yaml': 'same',
      'm/new/v.yaml': 'new v',
    },
    theirs: { 'm/a/notes.txt': 'mine', 'm/gone/notes.txt': 'mine too', 'top.yaml': 'mine as well' },
  },
  {
    name: 'files that become folders, and folders that become files',
    before: { 'm/file.yaml': 'to be a folder', 'm/f.yaml/only.yaml': 'to be a file' },
    after: { 'm/file.yaml/inside.yaml': 'new', 'm/f.yaml': 'new' },
    theirs: { 'm/theirs': 'mine' },
  },
  {
    name: 'one cluster of several',
    before: { 'm/a/x.yaml': 'a', 'm/b/x.yaml': 'b', 'm/b/y.yaml': 'b' },
    after: { 'm/b/x.yaml': 'new b' },
    theirs: { 'm/b/theirs': 'mine' },
    scope: ['m/b'],
  },
];

/** Job of the synth that a scene is about. */
export function jobOf({ after, scope }: TreeScene, outdir: string, bufferLength: number): TreeJob {
  return { outdir, files: after, bufferLength, ...(scope === undefined ? {} : { scope }) };
}

/** Puts files there that no synth has written. */
export function writeTheirs(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Everything in a folder, book-keeping included: texts of files, and of folders their being there. */
export function everythingIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const file = join(folder, name);
      return [name, statSync(file).isDirectory() ? 'folder' : readFileSync(file, 'utf8')];
    }),
  );
}

/** Link to a folder outside, with a file that must stay as it is. */
export function linkOutside(outside: string, link: string): void {
  mkdirSync(outside, { recursive: true });
  writeFileSync(join(outside, 'canary'), 'canary');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(outside, link);
}
