import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Issue, ValidationError } from '../errors';
import { fileHash } from './output-index';

/** Identifier of the rule that files of others are left alone. */
const FOREIGN_FILE_RULE = 'output-foreign-file';

/** Milliseconds that times of files are apart, at most, when they are not equal. */
const CLOCK_STEP = 20;
const COARSE_CLOCK_STEP = 2_000;

/** What stands in an output folder before it is changed. */
export class ExistingTree {
  private readonly inside = new Map<string, boolean>();
  /** Folders that were not there when first looked at. */
  private readonly missing = new Set<string>();

  constructor(private readonly outdir: string) {}

  /** Tells whether a file's folder, symbolic links resolved, lies in the output folder. */
  isInside(path: string): boolean {
    const folder = dirname(join(this.outdir, path));
    return this.isFolderInside(folder);
  }

  private isFolderInside(folder: string): boolean {
    const known = this.inside.get(folder);
    if (known !== undefined) return known;
    const inside = this.findWhetherInside(folder);
    this.inside.set(folder, inside);
    return inside;
  }

  private findWhetherInside(folder: string): boolean {
    if (folder === this.outdir) return true;
    if (!folder.startsWith(this.outdir + sep) || !this.isFolderInside(dirname(folder))) {
      return false;
    }
    const stat = statOf(folder);
    if (stat === undefined) this.missing.add(folder);
    if (stat?.isSymbolicLink() !== true || !existsSync(folder)) return true;
    const real = realpathSync(folder);
    return real === this.outdir || real.startsWith(this.outdir + sep);
  }

  /** Tells whether a file is there with just this text. */
  holds(path: string, content: string): boolean {
    const file = join(this.outdir, path);
    if (this.missing.has(dirname(file))) return false;
    const stat = statOf(file);
    if (!stat?.isFile() || stat.size !== Buffer.byteLength(content)) return false;
    return readFileSync(file).equals(Buffer.from(content));
  }

  /** Something that changes when a file does, without reading it. */
  fingerprint(path: string): string {
    const stat = statOf(join(this.outdir, path));
    return stat === undefined ? '' : fingerprintOf(stat);
  }

  /** Fingerprint of a file that will surely not be the same once the file is changed; none for one changed just now. */
  settledFingerprint(path: string): string | undefined {
    const stat = statOf(join(this.outdir, path));
    return stat?.isFile() && isSettled(stat) ? fingerprintOf(stat) : undefined;
  }

  /** Tells whether a file is there with one of these hashes. */
  hasHash(path: string, hashes: readonly string[]): boolean {
    const file = join(this.outdir, path);
    if (!this.isInside(path) || !statOf(file)?.isFile()) return false;
    return hashes.includes(fileHash(readFileSync(file)));
  }

  /**
   * Makes sure that nobody else's file stands where ours are to be.
   *
   * @param ours Files of an earlier synth.
   * @param stale Those of them that are about to be removed.
   * @throws ValidationError with every file in the way.
   */
  refuseForeign(
    paths: readonly string[],
    ours: ReadonlySet<string>,
    stale: ReadonlySet<string>,
  ): void {
    const blockers = new Set<string>();
    const folders = new Map<string, boolean>([['.', true]]);
    const isThere = (folder: string): boolean => {
      const known = folders.get(folder);
      if (known !== undefined) return known;
      const there = isThere(dirname(folder)) && statOf(join(this.outdir, folder)) !== undefined;
      folders.set(folder, there);
      if (there && this.isNoFolder(folder) && !stale.has(folder)) blockers.add(folder);
      return there;
    };
    for (const path of paths) {
      const stat = isThere(dirname(path)) ? statOf(join(this.outdir, path)) : undefined;
      if (stat?.isDirectory() && !this.vanishes(path, ours, stale)) blockers.add(path);
      if (stat !== undefined && !stat.isDirectory() && !ours.has(path)) blockers.add(path);
    }
    if (blockers.size > 0) throw new ValidationError([...blockers].map(foreignFile));
  }

  private isNoFolder(path: string): boolean {
    const file = join(this.outdir, path);
    if (statOf(file) === undefined) return false;
    return !statSync(file, { throwIfNoEntry: false })?.isDirectory();
  }

  /** Tells whether a folder of ours will be gone when stale files are. */
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

/** What is at a path itself, links not followed; undefined also where a folder of the path is a file. */
function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function fingerprintOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** Tells whether the next change of a file will be at another time, as far as its file system tells times apart. */
function isSettled({ mtimeMs, ctimeMs }: Stats): boolean {
  const step = mtimeMs % 1_000 === 0 ? COARSE_CLOCK_STEP : CLOCK_STEP;
  return Date.now() - Math.max(mtimeMs, ctimeMs) > step;
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
