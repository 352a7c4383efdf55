import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { ObstacleError } from '../files/obstacle-error';
import { entryAt, kindOf } from '../files/plain-file';
import { isToken, PRIVATE_FOLDER_MODE, randomToken, refuseObstacle } from '../files/replace-file';
import { ChangeJournal } from './change-journal';
import { STAGING_FOLDER } from './staging-names';

/**
 * Folder on the file system of the output that holds files until all of them can be moved together.
 *
 * Its user must hold the lock of the output.
 */
export class Staging {
  private readonly parent: string;
  private readonly root: string;
  private readonly files: string;
  private readonly made = new Set<string>();

  constructor(private readonly outdir: string) {
    this.parent = join(outdir, STAGING_FOLDER);
    this.root = join(this.parent, randomToken());
    this.files = join(this.root, 'new');
  }

  /**
   * Removes the leftovers of killed processes.
   *
   * @throws ObstacleError when something other than a folder is at its path.
   */
  removeLeftOvers(): void {
    refuseObstacle(this.parent, 'a folder');
    for (const left of leftOvers(this.parent)) rmSync(left, { recursive: true });
    this.removeIfEmpty();
  }

  /** Writes a file to the staging folder. */
  write(path: string, content: string, mode: number): void {
    this.writeFile(join(this.files, path), content, mode);
  }

  /** Reads a file from the staging folder. */
  read(path: string): string {
    return readFileSync(join(this.files, path), 'utf8');
  }

  /** Journal that keeps its backups in the staging folder. */
  journal(): ChangeJournal {
    this.makeRoot();
    return new ChangeJournal(join(this.root, 'old'));
  }

  /** Moves every staged file to its final path; new folders are moved as a whole. */
  move(journal: ChangeJournal): void {
    if (existsSync(this.files)) moveInto(this.files, this.outdir, journal);
  }

  /** Writes one file to its final path immediately, before the staged ones. */
  put(path: string, content: string, mode: number, journal: ChangeJournal): void {
    const file = join(this.root, path);
    this.writeFile(file, content, mode);
    journal.move(file, join(this.outdir, path));
  }

  /** Removes the staging folder. */
  discard(): void {
    if (this.made.size === 0) return;
    this.made.clear();
    rmSync(this.root, { recursive: true, force: true });
    this.removeIfEmpty();
  }

  private writeFile(file: string, content: string, mode: number): void {
    const folder = dirname(file);
    if (!this.made.has(folder)) {
      this.makeRoot();
      makeFolder(folder);
      this.made.add(folder);
    }
    writeFileSync(file, content, { mode });
  }

  private makeRoot(): void {
    if (this.made.has(this.root)) return;
    makeFolder(this.root, PRIVATE_FOLDER_MODE);
    this.made.add(this.root);
  }

  private removeIfEmpty(): void {
    if (existsSync(this.parent) && readdirSync(this.parent).length === 0) rmdirSync(this.parent);
  }
}

/** Removes a folder and its parents, as long as they are empty real folders below another one. */
export function removeEmptyFolders(
  folder: string,
  above: string,
  remove: (folder: string) => void,
): void {
  for (let current = folder; current !== above; current = dirname(current)) {
    const stat = entryAt(current);
    if (stat === undefined) continue;
    if (!stat.isDirectory() || readdirSync(current).length > 0) return;
    remove(current);
  }
}

/** Folders with names that only staging uses. */
function leftOvers(parent: string): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter(isToken)
    .map((name) => join(parent, name))
    .filter((left) => {
      const stat = entryAt(left);
      if (stat === undefined || stat.isDirectory()) return stat !== undefined;
      throw new ObstacleError(left, kindOf(stat), 'a folder');
    });
}

function moveInto(from: string, to: string, journal: ChangeJournal): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory() && existsSync(target)) moveInto(source, target, journal);
    else journal.move(source, target);
  }
}
