import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SynthError } from '../errors';
import type { ChangeJournal } from './change-journal';
import { ExistingTree } from './existing-tree';
import type { KnownFile } from './known-clusters';
import { fileHash, INDEX_FILE, indexText, type OutputIndex, readIndex } from './output-index';
import { withLock } from './output-lock';
import { isOutputPath, realFolder } from './output-path';
import { removeEmptyFolders, Staging } from './staging';

/** Options of a {@link TreeWriter}. */
export interface TreeWriterOptions {
  /**
   * Characters of text that are held in memory before files go to the staging folder.
   *
   * @default 4194304
   */
  readonly bufferLength?: number;
}

/** Defaults of {@link TreeWriterOptions}. */
export const TREE_WRITER_DEFAULTS = Object.freeze({ bufferLength: 4194304 });

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
  /** Fingerprint of the file on disk that was found equal. */
  readonly equal?: string;
  /** Whether the file on disk is as an earlier synth left it. */
  readonly kept?: boolean;
}

/** What a commit has to do. */
interface ChangePlan {
  readonly before: OutputIndex;
  readonly after: OutputIndex;
  /** Files to write. */
  readonly changed: readonly string[];
  /** Files of an earlier synth that this one does not write. */
  readonly dropped: readonly string[];
  /** Those of them to remove; the others are edited, or gone already. */
  readonly stale: ReadonlySet<string>;
}

/**
 * Writer of an output folder that changes it altogether, or not at all.
 *
 * Files wait in memory, and beyond a bound in a hidden staging folder. A commit that fails takes back what it did; one
 * whose process dies halfway is completed by the next synth. Of two commits at once the second is refused.
 *
 * An index in the folder lists what earlier synths wrote: what is in it and no longer written is removed, and what is
 * not in it is somebody else's and left alone. A file of ours that somebody edited is written anew, but not removed.
 */
export class TreeWriter {
  private readonly outdir: string;
  private readonly bufferLength: number;
  private readonly pending = new Map<string, PendingFile>();
  private readonly folders = new Set<string>(['.']);
  private readonly staging: Staging;
  private readonly existing: ExistingTree;
  private known: OutputIndex | undefined;
  private buffered = 0;

  constructor(outdir: string, options: TreeWriterOptions = {}) {
    this.outdir = realFolder(outdir);
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
    this.claim(path);
    const hash = fileHash(content);
    if (this.buffered + content.length <= this.bufferLength) {
      this.buffered += content.length;
      this.pending.set(path, { hash, content });
      return;
    }
    if (this.existing.holds(path, content)) {
      this.pending.set(path, { hash, equal: this.existing.fingerprint(path) });
      return;
    }
    this.staging.write(path, content);
    this.pending.set(path, { hash });
  }

  /** Adds the files of a folder as they are on disk, unless one is not as an earlier synth left it. */
  tryKeep(folder: string, files: readonly KnownFile[]): boolean {
    this.known ??= readIndex(this.outdir);
    for (const { name, hash, fingerprint } of files) {
      const path = `${folder}/${name}`;
      if (!isOutputPath(path) || !this.existing.isInside(path)) return false;
      if (!isOnly(hash, this.known.get(path))) return false;
      if (this.existing.fingerprint(path) !== fingerprint) return false;
    }
    for (const { name, hash } of files) {
      this.claim(`${folder}/${name}`);
      this.pending.set(`${folder}/${name}`, { hash, kept: true });
    }
    return true;
  }

  /** How a file of this commit stands on disk; undefined where a change of it could go unnoticed. */
  left(folder: string, name: string): KnownFile | undefined {
    const hash = this.pending.get(`${folder}/${name}`)?.hash;
    const fingerprint = this.existing.settledFingerprint(`${folder}/${name}`);
    return hash === undefined || fingerprint === undefined
      ? undefined
      : { name, hash, fingerprint };
  }

  /**
   * Brings the folder up to date.
   *
   * @param scope Folders outside of which earlier files are kept; the whole output by default.
   * @param whileLocked Called at the end, before another synth may begin.
   * @throws ValidationError when files of others are in the way, SynthError when the disk refuses a change or another
   * synth is at work; nothing is changed then.
   */
  commit(scope?: readonly string[], whileLocked: () => void = () => undefined): CommitSummary {
    const stray = [...this.pending.keys()].find((path) => !isInScope(path, scope));
    if (stray !== undefined) throw new SynthError(`the file ${stray} is out of scope`);
    mkdirSync(this.outdir, { recursive: true });
    try {
      return withLock(this.outdir, () => {
        const summary = this.commitLocked(scope);
        whileLocked();
        return summary;
      });
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
    this.refuseOthersWork(before);
    const changed = [...this.pending.keys()].filter((path) => !this.isUnchanged(path));
    const dropped = [...before.keys()].filter(
      (path) => !this.pending.has(path) && isInScope(path, scope),
    );
    const stale = new Set(
      dropped.filter((path) => this.existing.hasHash(path, before.get(path) ?? [])),
    );
    this.existing.refuseForeign(changed, new Set(before.keys()), stale);
    const after = this.indexAfter(before, dropped);
    if (changed.length > 0 || !sameIndex(before, after)) {
      this.change({ before, after, changed, dropped, stale });
    }
    const unchanged = this.pending.size - changed.length;
    return { written: changed.length, unchanged, removed: stale.size };
  }

  /** Refuses a path that is taken, by a file or by a folder of another file. */
  private claim(path: string): void {
    if (this.pending.has(path)) throw new SynthError(`the file ${path} is written twice`);
    let clash = this.folders.has(path) ? path : undefined;
    for (let folder = dirname(path); !this.folders.has(folder); folder = dirname(folder)) {
      if (this.pending.has(folder)) clash = folder;
      this.folders.add(folder);
    }
    if (clash !== undefined) throw new SynthError(`${clash} is written as a file and as a folder`);
  }

  private isUnchanged(path: string): boolean {
    const file = this.pending.get(path);
    if (file?.content !== undefined) return this.existing.holds(path, file.content);
    if (file?.kept === true) return true;
    if (file?.equal === undefined) return false;
    if (this.existing.fingerprint(path) === file.equal) return true;
    throw changedMeanwhile(path);
  }

  /** Refuses to go on when another synth has written a file that was to be kept. */
  private refuseOthersWork(before: OutputIndex): void {
    for (const [path, { hash, kept }] of this.pending) {
      if (kept === true && !isOnly(hash, before.get(path))) throw changedMeanwhile(path);
    }
  }

  private indexAfter(before: OutputIndex, dropped: readonly string[]): OutputIndex {
    const after = new Map(before);
    for (const path of dropped) after.delete(path);
    for (const [path, { hash }] of this.pending) after.set(path, [hash]);
    return after;
  }

  private change(plan: ChangePlan): void {
    const journal = this.staging.journal();
    try {
      this.stage(plan.changed);
      this.apply(plan, journal);
    } catch (cause) {
      throw this.takenBack(journal, cause);
    }
  }

  private takenBack(journal: ChangeJournal, cause: unknown): SynthError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    try {
      journal.takeBack();
    } catch {
      const fix = 'run the synth again, which completes it';
      return new SynthError(`${this.outdir} was written in part: ${reason}; ${fix}`, { cause });
    }
    return new SynthError(`${this.outdir} cannot be written and stays as it was: ${reason}`, {
      cause,
    });
  }

  private stage(paths: readonly string[]): void {
    for (const path of paths) {
      const content = this.pending.get(path)?.content;
      if (content !== undefined) this.staging.write(path, content);
    }
  }

  /** Makes the changes; whenever the process dies, the index on disk knows what is ours. */
  private apply(plan: ChangePlan, journal: ChangeJournal): void {
    const { before, after, changed } = plan;
    const both = changed.length > 0 ? bothIndexes(before, after) : before;
    if (!sameIndex(before, both)) this.staging.put(INDEX_FILE, indexText(both), journal);
    this.removeStale(plan, journal);
    this.staging.move(journal);
    if (!sameIndex(both, after)) this.staging.put(INDEX_FILE, indexText(after), journal);
  }

  /** Removes files, and the folders left empty, be it by a synth that died between the two. */
  private removeStale({ dropped, stale }: ChangePlan, journal: ChangeJournal): void {
    for (const path of dropped.filter((path) => this.existing.isInside(path))) {
      const file = join(this.outdir, path);
      if (stale.has(path)) journal.remove(file);
      removeEmptyFolders(dirname(file), this.outdir, (folder) => journal.removeFolder(folder));
    }
  }
}

/** Index that knows a file by what it was and by what it is to be. */
function bothIndexes(before: OutputIndex, after: OutputIndex): OutputIndex {
  const both = new Map(before);
  for (const [path, hashes] of after) {
    both.set(path, [...new Set([...(before.get(path) ?? []), ...hashes])]);
  }
  return both;
}

function isOnly(hash: string, hashes: readonly string[] | undefined): boolean {
  return hashes?.length === 1 && hashes[0] === hash;
}

function changedMeanwhile(path: string): SynthError {
  return new SynthError(`${path} was changed by something else meanwhile; run the synth again`);
}

function isInScope(path: string, scope: readonly string[] | undefined): boolean {
  return scope === undefined || scope.some((folder) => path.startsWith(`${folder}/`));
}

function sameIndex(a: OutputIndex, b: OutputIndex): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([path, hashes]) => b.get(path)?.join() === hashes.join());
}
