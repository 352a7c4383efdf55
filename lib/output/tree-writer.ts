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
   * Characters of text to hold in memory before files go to the staging folder.
   *
   * @default 4194304
   */
  readonly bufferLength?: number;
  /**
   * Whether to remove a lock whose holder is not visible from this host.
   *
   * @default false
   */
  readonly force?: boolean;
}

/** Defaults of {@link TreeWriterOptions}. */
export const TREE_WRITER_DEFAULTS = Object.freeze({ bufferLength: 4194304, force: false });

/** Result of a commit. */
export interface CommitSummary {
  /** Number of files that are new or different. */
  readonly written: number;
  /** Number of files that did not change. */
  readonly unchanged: number;
  /** Number of files of an earlier synth that were removed. */
  readonly removed: number;
}

/** Changes of a commit. */
interface ChangePlan {
  readonly before: OutputIndex;
  readonly after: OutputIndex;
  /** Files to write. */
  readonly changed: readonly string[];
  /** Files of an earlier synth that this one does not write. */
  readonly dropped: readonly string[];
  /** Those of them to remove; the others were edited or are already gone. */
  readonly stale: ReadonlySet<string>;
}

/**
 * Writer of an output folder that changes it as a whole, or not at all.
 *
 * Files are held in memory, and beyond a limit in a hidden staging folder. A commit that fails is rolled back; if its
 * process dies halfway, the next synth completes it. Of two simultaneous commits, the second is refused.
 *
 * An index in the folder lists the files of earlier synths. Files in it that are no longer written are removed; files
 * that are not in it are foreign and never touched. An output file that somebody edited is overwritten, but not removed.
 *
 * Symbolic links inside the folder are never followed to write, read or remove files. The path of the folder itself may
 * be a link, because the user chose it.
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

  /** Mistakes so far: invalid paths of files, and errors of the disk. */
  get mistakes(): readonly Issue[] {
    return [...this.refusals, ...this.pending.mistakes];
  }

  /** Adds a file to the next commit; {@link mistakes} reports one that cannot be added. */
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

  /** Adds the files of a folder as they are on disk, unless one has changed since an earlier synth. */
  tryKeep(folder: string, files: readonly KnownFile[]): boolean {
    if (this.refusals.length > 0) return false;
    return this.attempt(this.outdir, () => this.keep(folder, files)) ?? false;
  }

  /** State of a committed file on disk; undefined if a later change could go unnoticed. */
  left(folder: string, name: string): KnownFile | undefined {
    const hash = this.pending.get(`${folder}/${name}`)?.hash;
    const fingerprint = this.existing.settledFingerprint(`${folder}/${name}`);
    return hash === undefined || fingerprint === undefined
      ? undefined
      : { name, hash, fingerprint };
  }

  /** Text of a file of this commit; undefined if it does not exist. */
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
   * @param scope Folders to bring up to date; the whole output by default.
   * @param whileLocked Called at the end, before another synth can begin.
   * @throws ValidationError when foreign files are in the way, the disk refuses a change, or another synth is running.
   * Nothing is changed then.
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

  /** Discards everything that was added. */
  abort(): void {
    this.pending.clear();
    this.end();
  }

  /** Takes the lock before anything else happens in the folder. */
  private begin(): void {
    if (this.lock !== undefined) return;
    this.lock = OutputLock.take(this.outdir, this.force);
    removeUnfinishedLocks(this.outdir);
    this.staging.removeLeftOvers();
    refuseMemoryObstacles(this.outdir);
  }

  /** Cleans up; the next synth removes what the disk refuses to remove now. */
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

  /** Runs a function; errors of the disk are recorded as mistakes, so that others are reported with them. */
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

  /** Mode of a file: that of its kind, without the bits that an existing file does not have. */
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

  /** Restricts the modes of files that may contain credentials, for example in a fresh clone. */
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

  /** Fails if another synth has written a file that this one keeps. */
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

  /** Makes the changes; whenever the process dies, the index on disk lists all output files. */
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

  /** Removes files and empty folders, including those of a synth that died between the two steps. */
  private removeStale({ dropped, stale }: ChangePlan, journal: ChangeJournal): void {
    for (const path of dropped.filter((path) => !this.existing.isBlocked(path))) {
      const file = join(this.outdir, path);
      if (stale.has(path)) journal.remove(file);
      removeEmptyFolders(dirname(file), this.outdir, (folder) => journal.removeFolder(folder));
    }
  }
}

/** Runs every step, even if the disk refuses others. */
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
