import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder';

/** Changes on disk that can be taken back, all together, until what they replaced is thrown away. */
export class ChangeJournal {
  private readonly undo: (() => void)[] = [];
  private backups = 0;

  /** Keeps what is replaced or removed in a folder on the same file system. */
  constructor(private readonly folder: string) {}

  /** Moves a file in one step to where another file is or nothing is, or a folder to where nothing is. */
  move(from: string, to: string): void {
    if (lstatSync(to, { throwIfNoEntry: false }) === undefined) {
      renameSync(from, to);
      this.undo.push(() => renameSync(to, from));
      return;
    }
    const backup = this.nextBackup();
    copy(to, backup);
    renameSync(from, to);
    this.undo.push(() => renameSync(backup, to));
  }

  /** Removes a file. */
  remove(file: string): void {
    const backup = this.nextBackup();
    renameSync(file, backup);
    this.undo.push(() => renameSync(backup, file));
  }

  /** Removes an empty folder. */
  removeFolder(folder: string): void {
    rmdirSync(folder);
    this.undo.push(() => mkdirSync(folder));
  }

  /** Takes every change back, the last one first. */
  takeBack(): void {
    for (const undo of this.undo.splice(0).reverse()) undo();
  }

  private nextBackup(): string {
    if (this.backups === 0) makeFolder(this.folder);
    this.backups += 1;
    return join(this.folder, String(this.backups));
  }
}

/** Gives a file a second name, or a second copy where the file system knows no second names. */
function copy(file: string, backup: string): void {
  try {
    linkSync(file, backup);
  } catch {
    copyFileSync(file, backup, constants.COPYFILE_EXCL);
  }
}
