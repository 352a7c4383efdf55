import { readdirSync, type Stats } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Issue, ValidationError } from '../base/errors';
import { entryAt, kindOf, readPlainFile } from '../files/plain-file';
import { fileHash } from './output-index';
import { foreignFile, obstacle } from './output-mistakes';

/** Resolution of file times, in milliseconds. */
const CLOCK_STEP = 20;
const COARSE_CLOCK_STEP = 2_000;

/** Contents of an output folder before it is changed. Links in it are never followed. */
export class ExistingTree {
  private readonly states = new Map<string, 'folder' | 'missing' | 'blocked'>();

  constructor(private readonly outdir: string) {}

  /** Forgets the known folders, as at the beginning of a commit. */
  forget(): void {
    this.states.clear();
  }

  /** Tells whether a file exists with exactly this text. */
  holds(path: string, content: string): boolean {
    if (!this.isInFolder(path)) return false;
    const file = join(this.outdir, path);
    const stat = entryAt(file);
    if (!stat?.isFile() || stat.size !== Buffer.byteLength(content)) return false;
    return readPlainFile(file)?.equals(Buffer.from(content)) === true;
  }

  /** Mode of a file; undefined if it does not exist. */
  modeOf(path: string): number | undefined {
    const stat = this.isInFolder(path) ? entryAt(join(this.outdir, path)) : undefined;
    return stat?.isFile() ? stat.mode & 0o777 : undefined;
  }

  /** Tells whether all folders of a path exist, and are real folders rather than links. */
  isInFolder(path: string): boolean {
    return this.stateOf(dirname(path)) === 'folder';
  }

  /** Tells whether something other than a folder is at the path of one. */
  isBlocked(path: string): boolean {
    return this.stateOf(dirname(path)) === 'blocked';
  }

  private stateOf(folder: string): 'folder' | 'missing' | 'blocked' {
    if (folder === '.') return 'folder';
    const known = this.states.get(folder);
    if (known !== undefined) return known;
    const above = this.stateOf(dirname(folder));
    const state = above === 'folder' ? this.look(folder) : above;
    this.states.set(folder, state);
    return state;
  }

  private look(folder: string): 'folder' | 'missing' | 'blocked' {
    const stat = entryAt(join(this.outdir, folder));
    if (stat === undefined) return 'missing';
    return stat.isDirectory() ? 'folder' : 'blocked';
  }

  /** Fingerprint that changes with a file, made without reading it; empty if there is no file. */
  fingerprint(path: string): string {
    const stat = this.isInFolder(path) ? entryAt(join(this.outdir, path)) : undefined;
    return stat?.isFile() ? fingerprintOf(stat) : '';
  }

  /** Fingerprint that every later change alters; undefined for a file that has only just changed. */
  settledFingerprint(path: string): string | undefined {
    const stat = entryAt(join(this.outdir, path));
    return stat?.isFile() && isSettled(stat) ? fingerprintOf(stat) : undefined;
  }

  /** Tells whether a file exists with one of these hashes. */
  hasHash(path: string, hashes: readonly string[]): boolean {
    const file = join(this.outdir, path);
    if (!this.isInFolder(path) || !entryAt(file)?.isFile()) return false;
    const content = readPlainFile(file);
    return content !== undefined && hashes.includes(fileHash(content));
  }

  /**
   * Makes sure that no foreign file, and nothing other than a file, is at the paths of the output.
   *
   * @param ours Files of an earlier synth.
   * @param stale Those of them that are about to be removed.
   * @throws ValidationError with every obstacle.
   */
  refuseForeign(
    paths: readonly string[],
    ours: ReadonlySet<string>,
    stale: ReadonlySet<string>,
  ): void {
    const blockers = new Map<string, Issue>();
    for (const path of paths) {
      const blocker = this.blockerAbove(dirname(path), stale);
      if (blocker !== undefined) blockers.set(blocker.path, blocker);
      const file = this.isInFolder(path) ? this.blockerAt(path, ours, stale) : undefined;
      if (file !== undefined) blockers.set(path, file);
    }
    if (blockers.size > 0) throw new ValidationError([...blockers.values()]);
  }

  /** Obstacle at the path of a folder. */
  private blockerAbove(folder: string, stale: ReadonlySet<string>): Issue | undefined {
    if (this.stateOf(folder) !== 'blocked') return undefined;
    if (this.stateOf(dirname(folder)) === 'blocked')
      return this.blockerAbove(dirname(folder), stale);
    const stat = entryAt(join(this.outdir, folder));
    if (stat === undefined || stale.has(folder)) return undefined;
    if (stat.isFile()) return foreignFile(folder);
    return obstacle({ path: folder, found: kindOf(stat), wanted: 'a folder' });
  }

  /** Obstacle at the path of a file. */
  private blockerAt(
    path: string,
    ours: ReadonlySet<string>,
    stale: ReadonlySet<string>,
  ): Issue | undefined {
    const stat = entryAt(join(this.outdir, path));
    if (stat === undefined) return undefined;
    if (stat.isFile()) return ours.has(path) ? undefined : foreignFile(path);
    if (stat.isDirectory() && this.vanishes(path, ours, stale)) return undefined;
    return obstacle({ path, found: kindOf(stat), wanted: 'a file' });
  }

  /** Tells whether a folder disappears with its stale files. */
  private vanishes(path: string, ours: ReadonlySet<string>, stale: ReadonlySet<string>): boolean {
    const folder = join(this.outdir, path);
    const isOurs = [...ours].some((file) => file.startsWith(`${path}/`));
    return (
      isOurs &&
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(this.outdir, join(entry.parentPath, entry.name)))
        .every((file) => stale.has(file.split(sep).join('/')))
    );
  }
}

function fingerprintOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** Tells whether the next change of a file will get another time, given the resolution of its file system. */
function isSettled({ mtimeMs, ctimeMs }: Stats): boolean {
  const step = mtimeMs % 1_000 === 0 ? COARSE_CLOCK_STEP : CLOCK_STEP;
  return Date.now() - Math.max(mtimeMs, ctimeMs) > step;
}
