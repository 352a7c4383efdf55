import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive } from './output-lock';

/** Name of the folder in which files wait for the commit. */
export const STAGING_FOLDER = '.capi-fleet-staging';

let stagings = 0;

/** Folder on the file system of the output, in which files wait until all of them may move at once. */
export class Staging {
  private readonly name = `${process.pid}-${nextStaging()}`;
  private readonly root: string;
  private readonly made = new Set<string>();
  private readonly firstMissing: string | undefined;

  constructor(private readonly outdir: string) {
    this.root = join(outdir, STAGING_FOLDER, this.name);
    this.firstMissing = firstMissingFolder(outdir);
  }

  /** Writes a file to the staging folder. */
  write(path: string, content: string): void {
    const file = join(this.root, path);
    const folder = dirname(file);
    if (!this.made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    writeFileSync(file, content);
  }

  /** Takes a staged file away again. */
  drop(path: string): void {
    rmSync(join(this.root, path));
  }

  /** Moves every staged file to its place, whole folders at once where there is none yet. */
  move(): void {
    if (existsSync(this.root)) moveInto(this.root, this.outdir);
  }

  /** Removes what staging made: its folder, those of processes that are gone, and an output folder left empty. */
  discard(): void {
    const parent = join(this.outdir, STAGING_FOLDER);
    if (existsSync(parent)) {
      for (const name of readdirSync(parent)) {
        const owner = Number.parseInt(name, 10);
        if (name !== this.name && isAlive(owner)) continue;
        rmSync(join(parent, name), { recursive: true });
      }
      if (readdirSync(parent).length === 0) rmdirSync(parent);
    }
    if (this.firstMissing !== undefined)
      removeEmptyFolders(this.outdir, dirname(this.firstMissing));
  }
}

/** Removes a folder and those above it, as long as they are empty and below another one. */
export function removeEmptyFolders(folder: string, above: string): void {
  let current = folder;
  while (current !== above && current.startsWith(above)) {
    if (existsSync(current)) {
      if (readdirSync(current).length > 0) return;
      rmdirSync(current);
    }
    current = dirname(current);
  }
}

function moveInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory() && existsSync(target)) moveInto(source, target);
    else renameSync(source, target);
  }
}

function firstMissingFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  let missing = folder;
  while (!existsSync(dirname(missing))) missing = dirname(missing);
  return missing;
}

function nextStaging(): number {
  stagings += 1;
  return stagings;
}
