import { dirname } from 'node:path';
import type { Issue } from '../base/errors';
import { pathMistake } from './output-mistakes';
import { isOutputPath } from './output-path';

/** File that a commit writes or keeps. */
export interface PendingFile {
  readonly hash: string;
  /** Text of the file; absent once it is staged, or if the file on disk is equal. */
  readonly content?: string;
  /** Fingerprint of the equal file on disk. */
  readonly equal?: string;
  /** Whether the file on disk is unchanged since an earlier synth. */
  readonly kept?: boolean;
  /** Whether only the owner can read the file. */
  readonly isPrivate?: boolean;
}

/** Files of the next commit by their unique paths. */
export class PendingFiles {
  /** Mistakes in the paths that were claimed. */
  readonly mistakes: Issue[] = [];
  private readonly files = new Map<string, PendingFile>();
  private readonly folders = new Set<string>(['.']);

  /** Number of files. */
  get size(): number {
    return this.files.size;
  }

  /** Paths with their files, in the order in which they were added. */
  entries(): IterableIterator<[string, PendingFile]> {
    return this.files.entries();
  }

  /** Finds a file by its path. */
  get(path: string): PendingFile | undefined {
    return this.files.get(path);
  }

  /** Adds or replaces a file at a claimed path. */
  set(path: string, file: PendingFile): void {
    this.files.set(path, file);
  }

  /** Forgets all files. */
  clear(): void {
    this.files.clear();
  }

  /** Claims a path; returns false, and records a mistake, if it is invalid or taken. */
  claim(path: string): boolean {
    const mistake = isOutputPath(path) ? this.clash(path) : outside(path);
    if (mistake !== undefined) this.mistakes.push(mistake);
    return mistake === undefined;
  }

  /** Mistake about a path that is already a file, or a folder of another file. */
  private clash(path: string): Issue | undefined {
    if (this.files.has(path)) return twice(path);
    let clash = this.folders.has(path) ? path : undefined;
    for (let folder = dirname(path); !this.folders.has(folder); folder = dirname(folder)) {
      if (this.files.has(folder)) clash = folder;
      this.folders.add(folder);
    }
    return clash === undefined ? undefined : fileAndFolder(clash);
  }
}

function outside(path: string): Issue {
  return pathMistake(path, {
    given: path,
    allowed:
      'a path of at most two folders and a file that ends in .yaml or .yml, of letters, digits, dots, dashes and underscores, without Windows device names such as con or nul',
    fix: 'rename the construct with letters, digits and dashes',
  });
}

function twice(path: string): Issue {
  return pathMistake(path, {
    given: 'written twice',
    allowed: 'one cluster or chart per path',
    fix: 'rename one of the two',
  });
}

function fileAndFolder(path: string): Issue {
  return pathMistake(path, {
    given: 'a file and a folder',
    allowed: 'one cluster or chart per path',
    fix: 'rename one of the two',
  });
}
