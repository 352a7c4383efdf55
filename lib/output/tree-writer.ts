import { existsSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Issue, SynthError, ValidationError } from '../base/errors';
import { codeOf } from '../files/error-code';
import { entryAt, readPlainFile, tightenMode } from '../files/plain-file';
import { PRIVATE_MODE, USUAL_MODE } from '../files/replace-file';
import type { ChangeJournal } from './change-journal';
import { ExistingTree } from './existing-tree';
import { type KnownFile, refuseMemoryObstacles } from './known-clusters';
import {
  bothIndexes,
  fileHash,
  INDEX_FILE,
  indexText,
  isOnly,
  type OutputIndex,
  readIndex,
  sameIndex,
} from './output-index';
import { OutputLock, removeUnfinishedLocks } from './output-lock';
import { asMistake, changedMeanwhile, unexpected, withDiskMistakes } from './output-mistakes';
import { isOutputPath, realFolder } from './output-path';
import { type PendingFile, PendingFiles } from './pending-files';
import { removeEmptyFolders, Staging } from './staging';
import { undisturbed } from './undisturbed';

/** Options of a {@link TreeWriter}. */
export interface TreeWriterOptions {
  /**
   * Characters of text that are held in memory before files go to the staging folder.
   *
   * @default 4194304
   */
  readonly bufferLength?: number;
  /**
   * Whether a lock is removed whose holder cannot be seen from here.
   *
   * @default false
   */
  readonly force?: boolean;
}

/** Defaults of {@link TreeWriterOptions}. */
export const TREE_WRITER_DEFAULTS = Object.freeze({ bufferLength: 4194304, force: false });

/** What a commit did to the output folder. */
export interface CommitSummary {
  /** Number of files that are new or different. */
  readonly written: number;
  /** Number of files that were the same already. */
  readonly unchanged: number;
  /** Number of files of an earlier synth that are gone now. */
  readonly removed: number;
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
 *
 * Nothing is written, read as ours or removed through a symbolic link in the folder. What the folder itself is called
 * by may be one, since the user named it.
 */
export class TreeWriter {
  /** Absolute path of the folder, without symbolic links. */
  readonly outdir: string;
  private readonly bufferLength: number;
  private readonly force: boolean;
  private readonly pending = new PendingFiles();
  private readonly staging: Staging;
  private readonly existing: ExistingTree;
  private readonly refusals: Issue[] = [];
  private readonly firstMissing: string | undefined;
  private lock: OutputLock | undefined;
  private known: OutputIndex | undefined;
  private buffered = 0;

  constructor(outdir: string, options: TreeWriterOptions = {}) {
    this.outdir = this.attempt(outdir, () => realFolder(outdir)) ?? resolve(outdir);
    this.firstMissing = firstMissingFolder(this.outdir);
    this.bufferLength = options.bufferLength ?? TREE_WRITER_DEFAULTS.bufferLength;
    this.force = options.force ?? TREE_WRITER_DEFAULTS.force;
    this.staging = new Staging(this.outdir);
    this.existing = new ExistingTree(this.outdir);
  }

  /** What is wrong so far with the paths of files, and what the disk has refused. */
  get mistakes(): readonly Issue[] {
    return [...this.refusals, ...this.pending.mistakes];
  }

  /** Adds a file to the next commit; one that cannot be added is told by {@link mistakes}. */
  add(path: string, content: string, isPrivate = false): void {
    if (this.refusals.length > 0 || !this.pending.claim(path)) return;
    const hash = fileHash(content);
    if (this.buffered + content.length <= this.bufferLength) {
      this.buffered += content.length;
      this.pending.set(path, { hash, content, isPrivate });
      return;
    }
    const file = this.attempt(this.outdir, () => this.spill(path, content, isPrivate));
    if (file !== undefined) this.pending.set(path, { hash, isPrivate, ...file });
  }

  /** Adds the files of a folder as they are on disk, unless one is not as an earlier synth left it. */
  tryKeep(folder: string, files: readonly KnownFile[]): boolean {
    if (this.refusals.length > 0) return false;
    return this.attempt(this.outdir, () => this.keep(folder, files)) ?? false;
  }

  /** How a file of this commit stands on disk; undefined where a change of it could go unnoticed. */
  left(folder: string, name: string): KnownFile | undefined {
    const hash = this.pending.get(`${folder}/${name}`)?.hash;
    const fingerprint = this.existing.settledFingerprint(`${folder}/${name}`);
    return hash === undefined || fingerprint === undefined
      ? undefined
      : { name, hash, fingerprint };
  }

  /** Text of a file of this commit; undefined where there is none. */
  read(path: string): string | undefined {
    const file = this.pending.get(path);
    if (file?.content !== undefined || file === undefined) return file?.content;
    return this.attempt(this.outdir, () =>
      file.equal !== undefined || file.kept === true
        ? readPlainFile(join(this.outdir, path))?.toString('utf8')
        : this.staging.read(path),
    );
  }

  /** Paths of the files of this commit in a folder. */
  pathsIn(folder: string): readonly string[] {
    return [...this.pending.entries()]
      .map(([path]) => path)
      .filter((path) => dirname(path) === folder);
  }

  /**
   * Brings the folder up to date.
   *
   * @param scope Folders outside of which earlier files are kept; the whole output by default.
   * @param whileLocked Called at the end, before another synth may begin.
   * @throws ValidationError when files of others are in the way, the disk refuses a change, or another synth is at work;
   * nothing is changed then.
   */
  commit(scope?: readonly string[], whileLocked: () => void = () => undefined): CommitSummary {
    const stray = [...this.pending.entries()].find(([path]) => !isInScope(path, scope));
    if (stray !== undefined) throw new SynthError(`the file ${stray[0]} is out of scope`);
    if (this.mistakes.length > 0) throw new ValidationError(this.mistakes);
    try {
      return withDiskMistakes(this.outdir, () => {
        this.begin();
        const summary = undisturbed(() => this.commitLocked(scope));
        whileLocked();
        return summary;
      });
    } finally {
      this.end();
    }
  }

  /** Forgets everything that was added. */
  abort(): void {
    this.pending.clear();
    this.end();
  }

  /** Takes the lock, before anything else is done in the folder. */
  private begin(): void {
    if (this.lock !== undefined) return;
    this.lock = OutputLock.take(this.outdir, this.force);
    removeUnfinishedLocks(this.outdir);
    this.staging.removeLeftOvers();
    refuseMemoryObstacles(this.outdir);
  }

  /** Cleans up; what the disk does not let us remove is removed by the next synth. */
  private end(): void {
    const { lock } = this;
    this.lock = undefined;
    if (lock === undefined) return;
    asFarAsPossible(
      () => this.staging.discard(),
      () => lock.release(),
      () => this.removeNewFolders(),
    );
  }

  private removeNewFolders(): void {
    if (this.firstMissing === undefined) return;
    removeEmptyFolders(this.outdir, dirname(this.firstMissing), rmdirSync);
  }

  /** Runs something; what the disk refuses is remembered as a mistake, so that others are told beside it. */
  private attempt<T>(outdir: string, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      const mistake = asMistake(outdir, error);
      if (!(mistake instanceof ValidationError)) throw mistake;
      this.refusals.push(...mistake.issues);
      return undefined;
    }
  }

  private spill(path: string, content: string, isPrivate: boolean): Pick<PendingFile, 'equal'> {
    if (this.existing.holds(path, content)) return { equal: this.existing.fingerprint(path) };
    this.begin();
    this.staging.write(path, content, this.modeFor(path, isPrivate));
    return {};
  }

  private keep(folder: string, files: readonly KnownFile[]): boolean {
    this.known ??= readIndex(this.outdir);
    for (const { name, hash, fingerprint } of files) {
      const path = `${folder}/${name}`;
      if (!isOutputPath(path) || !isOnly(hash, this.known.get(path))) return false;
      if (this.existing.fingerprint(path) !== fingerprint) return false;
    }
    for (const { name, hash } of files) {
      const path = `${folder}/${name}`;
      if (this.pending.claim(path)) this.pending.set(path, { hash, kept: true });
    }
    return true;
  }

  /** Rights of a file: those of its kind, less what the file that is there does not have. */
  private modeFor(path: string, isPrivate: boolean): number {
    return (isPrivate ? PRIVATE_MODE : USUAL_MODE) & (this.existing.modeOf(path) ?? USUAL_MODE);
  }

  private commitLocked(scope: readonly string[] | undefined): CommitSummary {
    this.existing.forget();
    const before = readIndex(this.outdir);
    this.refuseOthersWork(before);
    const paths = [...this.pending.entries()].map(([path]) => path);
    const changed = paths.filter((path) => !this.isUnchanged(path));
    const dropped = [...before.keys()].filter(
      (path) => this.pending.get(path) === undefined && isInScope(path, scope),
    );
    const stale = new Set(
      dropped.filter((path) => this.existing.hasHash(path, before.get(path) ?? [])),
    );
    this.existing.refuseForeign(changed, new Set(before.keys()), stale);
    const after = this.indexAfter(before, dropped);
    if (changed.length > 0 || !sameIndex(before, after)) {
      this.change({ before, after, changed, dropped, stale });
    }
    this.tighten();
    const unchanged = this.pending.size - changed.length;
    return { written: changed.length, unchanged, removed: stale.size };
  }

  /** Takes rights away from files that may hold credentials, as those of a fresh clone. */
  private tighten(): void {
    for (const [path, { isPrivate }] of this.pending.entries()) {
      if (isPrivate === true) tightenMode(join(this.outdir, path), PRIVATE_MODE);
    }
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
    for (const [path, { hash, kept }] of this.pending.entries()) {
      if (kept === true && !isOnly(hash, before.get(path))) throw changedMeanwhile(path);
    }
  }

  private indexAfter(before: OutputIndex, dropped: readonly string[]): OutputIndex {
    const after = new Map(before);
    for (const path of dropped) after.delete(path);
    for (const [path, { hash }] of this.pending.entries()) after.set(path, [hash]);
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

  private takenBack(journal: ChangeJournal, cause: unknown): unknown {
    try {
      journal.takeBack();
    } catch {
      return asMistake(this.outdir, cause, true);
    }
    const error = asMistake(this.outdir, cause);
    return error instanceof ValidationError ? error : unexpected(this.outdir, error);
  }

  private stage(paths: readonly string[]): void {
    for (const path of paths) {
      const { content, isPrivate = false } = this.pending.get(path) ?? {};
      if (content !== undefined) this.staging.write(path, content, this.modeFor(path, isPrivate));
    }
  }

  /** Makes the changes; whenever the process dies, the index on disk knows what is ours. */
  private apply(plan: ChangePlan, journal: ChangeJournal): void {
    const { before, after, changed } = plan;
    this.lock?.check();
    const both = changed.length > 0 ? bothIndexes(before, after) : before;
    if (!sameIndex(before, both)) this.putIndex(both, journal);
    this.removeStale(plan, journal);
    this.staging.move(journal);
    if (!sameIndex(both, after)) this.putIndex(after, journal);
  }

  private putIndex(index: OutputIndex, journal: ChangeJournal): void {
    this.staging.put(INDEX_FILE, indexText(index), this.modeFor(INDEX_FILE, false), journal);
  }

  /** Removes files, and the folders left empty, be it by a synth that died between the two. */
  private removeStale({ dropped, stale }: ChangePlan, journal: ChangeJournal): void {
    for (const path of dropped.filter((path) => !this.existing.isBlocked(path))) {
      const file = join(this.outdir, path);
      if (stale.has(path)) journal.remove(file);
      removeEmptyFolders(dirname(file), this.outdir, (folder) => journal.removeFolder(folder));
    }
  }
}

/** Takes steps, of which each is taken whatever the disk says to the others. */
function asFarAsPossible(...steps: readonly (() => void)[]): void {
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  }
}

function firstMissingFolder(folder: string): string | undefined {
  if (entryAt(folder) !== undefined) return undefined;
  let missing = folder;
  while (!existsSync(dirname(missing))) missing = dirname(missing);
  return missing;
}

function isInScope(path: string, scope: readonly string[] | undefined): boolean {
  return scope === undefined || scope.some((folder) => path.startsWith(`${folder}/`));
}
