import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { SynthError } from '../errors';
import { ExistingTree } from './existing-tree';
import { fileHash, type OutputIndex, readIndex, writeIndex } from './output-index';
import { withLock } from './output-lock';
import { isOutputPath } from './output-path';
import { Staging } from './staging';

/** Options of a {@link TreeWriter}. */
export interface TreeWriterOptions {
  /**
   * Characters of text that are held in memory before files go to the staging folder.
   *
   * @default 67108864
   */
  readonly bufferLength?: number;
}

/** Defaults of {@link TreeWriterOptions}. */
export const TREE_WRITER_DEFAULTS = Object.freeze({ bufferLength: 67108864 });

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
  /** Text of the file; absent once it is staged, or found equal on disk. */
  readonly content?: string;
  /** Whether the file on disk is known to be the same. */
  readonly same: boolean;
}

/**
 * Writer of an output folder that changes it in one step, or not at all.
 *
 * An index in the folder lists what earlier synths wrote: what is in it and no longer written is removed, and what is
 * not in it is somebody else's and left alone. A file of ours that somebody edited is written anew, but not removed.
 */
export class TreeWriter {
  private readonly outdir: string;
  private readonly bufferLength: number;
  private readonly pending = new Map<string, PendingFile>();
  private readonly staging: Staging;
  private readonly existing: ExistingTree;
  private buffered = 0;

  constructor(outdir: string, options: TreeWriterOptions = {}) {
    const folder = resolve(outdir);
    this.outdir = existsSync(folder) ? realpathSync(folder) : folder;
    this.bufferLength = options.bufferLength ?? TREE_WRITER_DEFAULTS.bufferLength;
    this.staging = new Staging(this.outdir);
    this.existing = new ExistingTree(this.outdir);
  }

  /**
   * Adds a file to the next commit.
   *
   * @throws SynthError when the path is taken, or leads out of the folder.
   */
  add(path: string, content: string): void {
    if (!isOutputPath(path) || !this.existing.isInside(path)) {
      throw new SynthError(`the path ${JSON.stringify(path)} does not lead into ${this.outdir}`);
    }
    if (this.pending.has(path)) throw new SynthError(`the file ${path} is written twice`);
    const hash = fileHash(content);
    if (this.buffered + content.length <= this.bufferLength) {
      this.buffered += content.length;
      this.pending.set(path, { hash, content, same: false });
      return;
    }
    const same = this.existing.holds(path, content);
    if (!same) this.staging.write(path, content);
    this.pending.set(path, { hash, same });
  }

  /**
   * Brings the folder up to date.
   *
   * @param scope Folders outside of which earlier files are kept; the whole output by default.
   * @throws ValidationError when files of others are in the way; nothing is changed then.
   */
  commit(scope?: readonly string[]): CommitSummary {
    const stray = [...this.pending.keys()].find((path) => !isInScope(path, scope));
    if (stray !== undefined) throw new SynthError(`the file ${stray} is out of scope`);
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
    const changed = [...this.pending.keys()].filter((path) => !this.isUnchanged(path));
    const dropped = [...before.keys()].filter(
      (path) => !this.pending.has(path) && isInScope(path, scope),
    );
    const stale = dropped.filter((path) => this.existing.hasHash(path, before.get(path) ?? []));
    this.existing.refuseForeign(changed, new Set(before.keys()), new Set(stale));
    const after = this.indexAfter(before, dropped);
    if (changed.length > 0) this.replace(changed, before, after);
    for (const path of stale) this.existing.remove(path);
    if (changed.length > 0) this.staging.move();
    if (changed.length > 0 || !sameIndex(before, after)) writeIndex(this.outdir, after);
    const unchanged = this.pending.size - changed.length;
    return { written: changed.length, unchanged, removed: stale.length };
  }

  private isUnchanged(path: string): boolean {
    const file = this.pending.get(path);
    if (file?.content === undefined) return file?.same === true;
    return this.existing.holds(path, file.content);
  }

  private indexAfter(before: OutputIndex, dropped: readonly string[]): OutputIndex {
    const after = new Map(before);
    for (const path of dropped) after.delete(path);
    for (const [path, { hash }] of this.pending) after.set(path, [hash]);
    return after;
  }

  /** Stages files and notes them in the index, so that a crash from here on is completed by the next synth. */
  private replace(changed: readonly string[], before: OutputIndex, after: OutputIndex): void {
    this.existing.requireWritable(changed);
    for (const path of changed) {
      const content = this.pending.get(path)?.content;
      if (content !== undefined) this.staging.write(path, content);
    }
    const both = new Map(before);
    for (const [path, hashes] of after) {
      both.set(path, [...new Set([...(before.get(path) ?? []), ...hashes])]);
    }
    writeIndex(this.outdir, both);
  }
}

function isInScope(path: string, scope: readonly string[] | undefined): boolean {
  return scope === undefined || scope.some((folder) => path.startsWith(`${folder}/`));
}

function sameIndex(a: OutputIndex, b: OutputIndex): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([path, hashes]) => b.get(path)?.join() === hashes.join());
}
