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

/** Changes on disk that can be rolled back together, as long as their backups exist. */
export class ChangeJournal {
  private readonly undo: (() => void)[] = [];
  private backups = 0;

  /** Keeps backups in a folder on the same file system. */
  constructor(private readonly folder: string) {}

  /** Moves a file atomically over another file or to a free path, or a folder to a free path. */
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

  /** Rolls back every change, the last one first. */
  takeBack(): void {
    for (const undo of this.undo.splice(0).reverse()) undo();
  }

  private nextBackup(): string {
    if (this.backups === 0) makeFolder(this.folder);
    this.backups += 1;
    return join(this.folder, String(this.backups));
  }
}

/** Hard-links a file, or copies it if the file system has no hard links. */
function copy(file: string, backup: string): void {
  try {
    linkSync(file, backup);
  } catch {
    copyFileSync(file, backup, constants.COPYFILE_EXCL);
  }
}
