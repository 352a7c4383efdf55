import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { type Issue, SynthError, ValidationError } from '../errors';
import { fileHash, INDEX_FILE, type OutputIndex, readIndex, writeIndex } from './output-index';
import { withLock } from './output-lock';
import { removeEmptyFolders, Staging } from './staging';

/** Identifier of the rule that files of others are left alone. */
export const FOREIGN_FILE_RULE = 'output-foreign-file';

/** Options of a {@link TreeWriter}. */
export interface TreeWriterOptions {
  /**
   * Bytes of text that are held in memory before files go to the staging folder.
   *
   * @default 67108864
   */
  readonly bufferBytes?: number;
}

/** Defaults of {@link TreeWriterOptions}. */
export const TREE_WRITER_DEFAULTS = Object.freeze({ bufferBytes: 67108864 });

/** What a commit did to the output folder. */
export interface CommitSummary {
  /** Number of files that are new or different. */
  readonly written: number;
  /** Number of files that were the same already. */
  readonly unchanged: number;
  /** Number of files of an earlier synth that are gone now. */
  readonly removed: number;
}

interface PendingFile {
  readonly hash: string;
  /** Text of the file; absent once it is staged. */
  readonly content?: string;
}

/**
 * Writer of an output folder that changes it in one step, or not at all.
 *
 * An index in the folder lists what earlier synths wrote: what is in it and no longer written is removed, and what is
 * not in it is somebody else's and left alone. A file of ours that somebody edited is written anew, but not removed.
 */
export class TreeWriter {
  private readonly outdir: string;
  private readonly bufferBytes: number;
  private readonly pending = new Map<string, PendingFile>();
  private readonly staging: Staging;
  private readonly checkedFolders = new Set<string>();
  private buffered = 0;

  constructor(outdir: string, options: TreeWriterOptions = {}) {
    const folder = resolve(outdir);
    this.outdir = existsSync(folder) ? realpathSync(folder) : folder;
    this.bufferBytes = options.bufferBytes ?? TREE_WRITER_DEFAULTS.bufferBytes;
    this.staging = new Staging(this.outdir);
  }

  /**
   * Adds a file to the next commit.
   *
   * @throws SynthError when the path is taken, or leads out of the folder.
   */
  add(path: string, content: string): void {
    this.checkPath(path);
    const hash = fileHash(content);
    if (this.buffered + content.length <= this.bufferBytes) {
      this.buffered += content.length;
      this.pending.set(path, { hash, content });
    } else {
      this.staging.write(path, content);
      this.pending.set(path, { hash });
    }
  }

  /**
   * Brings the folder up to date.
   *
   * @param scope Folders outside of which earlier files are kept; all of them by default.
   * @throws ValidationError when files of others are in the way; nothing is changed then.
   */
  commit(scope?: readonly string[]): CommitSummary {
    mkdirSync(this.outdir, { recursive: true });
    try {
      return withLock(this.outdir, () => this.commitLocked(scope));
    } finally {
      this.staging.discard();
    }
  }

  /** Forgets everything that was added. */
  abort(): void {
    this.pending.clear();
    this.staging.discard();
  }

  private commitLocked(scope: readonly string[] | undefined): CommitSummary {
    const before = readIndex(this.outdir);
    const changed = this.changedFiles(before);
    const stale = this.stalePaths(before, scope);
    const after = new Map(before);
    for (const [path, { hash }] of this.pending) after.set(path, hash);
    const written = changed.length;
    const unchanged = this.pending.size - written;
    if (written > 0) {
      for (const path of changed) this.stage(path);
      writeIndex(this.outdir, after);
      this.staging.move();
    }
    const removed = stale.filter((path) => this.removeStale(path, before)).length;
    for (const path of stale) after.delete(path);
    if (written > 0 || !sameIndex(before, after)) writeIndex(this.outdir, after);
    return { written, unchanged, removed };
  }

  /** Paths whose contents differ from what is on disk. */
  private changedFiles(before: OutputIndex): string[] {
    const issues: Issue[] = [];
    const changed: string[] = [];
    for (const [path, file] of this.pending) {
      const state = this.stateOf(path, file);
      if (state === 'same') {
        if (file.content === undefined) this.staging.drop(path);
        continue;
      }
      if (state === 'other' && !before.has(path)) issues.push(foreignFile(path));
      changed.push(path);
    }
    if (issues.length > 0) throw new ValidationError(issues);
    return changed;
  }

  private stateOf(path: string, file: PendingFile): 'missing' | 'same' | 'other' {
    const target = join(this.outdir, path);
    const stat = lstatSync(target, { throwIfNoEntry: false });
    if (stat === undefined) return 'missing';
    if (!stat.isFile()) return 'other';
    const content = readFileSync(target);
    const same =
      file.content === undefined
        ? fileHash(content) === file.hash
        : content.length === Buffer.byteLength(file.content) && content.equals(Buffer.from(file.content));
    return same ? 'same' : 'other';
  }

  private stalePaths(before: OutputIndex, scope: readonly string[] | undefined): string[] {
    return [...before.keys()].filter(
      (path) =>
        !this.pending.has(path) &&
        (scope === undefined || scope.some((folder) => path.startsWith(`${folder}/`))),
    );
  }

  private stage(path: string): void {
    const content = this.pending.get(path)?.content;
    if (content !== undefined) this.staging.write(path, content);
  }

  /** Removes a file that is as we wrote it; tells whether it did. */
  private removeStale(path: string, before: OutputIndex): boolean {
    const target = join(this.outdir, path);
    if (!this.isInside(dirname(target))) return false;
    const stat = lstatSync(target, { throwIfNoEntry: false });
    if (!stat?.isFile() || fileHash(readFileSync(target)) !== before.get(path)) return false;
    rmSync(target);
    removeEmptyFolders(dirname(target), this.outdir);
    return true;
  }

  private checkPath(path: string): void {
    const outside = path === '' || posix.isAbsolute(path) || posix.normalize(path) !== path;
    if (outside || path.startsWith('..') || path === INDEX_FILE || !this.isInside(dirname(join(this.outdir, path)))) {
      throw new SynthError(`the path ${JSON.stringify(path)} does not lead into ${this.outdir}`);
    }
    if (this.pending.has(path)) throw new SynthError(`the file ${path} is written twice`);
  }

  /** Tells whether a folder, symbolic links resolved, lies in the output folder. */
  private isInside(folder: string): boolean {
    if (this.checkedFolders.has(folder)) return true;
    let existing = folder;
    while (existing.startsWith(this.outdir) && !existsSync(existing)) existing = dirname(existing);
    const real = existing.startsWith(this.outdir) ? realpathSync(existing) : this.outdir;
    const inside = real === this.outdir || real.startsWith(this.outdir + sep);
    if (inside) this.checkedFolders.add(folder);
    return inside;
  }
}

function foreignFile(path: string): Issue {
  return {
    path,
    prop: 'file',
    given: 'a file that this program did not write',
    allowed: 'a file of an earlier synth, or none',
    fix: 'move it away, or give the fleet another outdir',
    rule: FOREIGN_FILE_RULE,
  };
}

function sameIndex(a: OutputIndex, b: OutputIndex): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}
