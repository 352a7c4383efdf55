import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ChangeJournal } from './change-journal';
import { isAlive } from './output-lock';

/** Name of the folder in which files wait for the commit. */
export const STAGING_FOLDER = '.capi-fleet-staging';

/** Folders in use by this process, by which those that an earlier process of its number left are told. */
const inUse = new Set<string>();
let stagings = 0;

/** Folder on the file system of the output, in which files wait until all of them may move at once. */
export class Staging {
  private readonly name = `${process.pid}-${nextStaging()}`;
  private readonly root: string;
  private readonly files: string;
  private readonly made = new Set<string>();
  private readonly firstMissing: string | undefined;

  constructor(private readonly outdir: string) {
    this.root = join(outdir, STAGING_FOLDER, this.name);
    this.files = join(this.root, 'new');
    this.firstMissing = firstMissingFolder(outdir);
  }

  /** Writes a file to the staging folder. */
  write(path: string, content: string): void {
    this.writeFile(join(this.files, path), content);
  }

  /** Journal that keeps in the staging folder what changes replace. */
  journal(): ChangeJournal {
    this.begin();
    return new ChangeJournal(join(this.root, 'old'));
  }

  /** Moves every staged file to its place, whole folders at once where there is none yet. */
  move(journal: ChangeJournal): void {
    if (existsSync(this.files)) moveInto(this.files, this.outdir, journal);
  }

  /** Puts one file in its place at once, ahead of those that wait. */
  put(path: string, content: string, journal: ChangeJournal): void {
    const file = join(this.root, path);
    this.writeFile(file, content);
    journal.move(file, join(this.outdir, path));
  }

  /** Removes what staging made: its folder, those of processes that are gone, and an output folder left empty. */
  discard(): void {
    inUse.delete(this.root);
    this.made.clear();
    const parent = join(this.outdir, STAGING_FOLDER);
    if (existsSync(parent)) {
      for (const name of readdirSync(parent).filter((name) => isLeftOver(parent, name))) {
        rmSync(join(parent, name), { recursive: true });
      }
      if (readdirSync(parent).length === 0) rmdirSync(parent);
    }
    if (this.firstMissing === undefined) return;
    removeEmptyFolders(this.outdir, dirname(this.firstMissing), rmdirSync);
  }

  private writeFile(file: string, content: string): void {
    const folder = dirname(file);
    if (!this.made.has(folder)) {
      this.begin();
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    writeFileSync(file, content);
  }

  /** Takes the folder, emptied of what a crashed process of the same number may have left there. */
  private begin(): void {
    if (inUse.has(this.root)) return;
    rmSync(this.root, { recursive: true, force: true });
    inUse.add(this.root);
  }
}

/** Removes a folder and those above it, as long as they are empty, no links, and below another one. */
export function removeEmptyFolders(
  folder: string,
  above: string,
  remove: (folder: string) => void,
): void {
  for (let current = folder; current !== above; current = dirname(current)) {
    const stat = lstatSync(current, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    if (!stat.isDirectory() || readdirSync(current).length > 0) return;
    remove(current);
  }
}

function isLeftOver(parent: string, name: string): boolean {
  const owner = Number.parseInt(name, 10);
  return owner === process.pid ? !inUse.has(join(parent, name)) : !isAlive(owner);
}

function moveInto(from: string, to: string, journal: ChangeJournal): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory() && existsSync(target)) moveInto(source, target, journal);
    else journal.move(source, target);
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
