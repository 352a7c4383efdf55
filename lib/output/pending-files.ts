import { dirname } from 'node:path';
import type { Issue } from '../base/errors';
import { pathMistake } from './output-mistakes';
import { isOutputPath } from './output-path';

/** File that a commit is to write, or to leave as it is. */
export interface PendingFile {
  readonly hash: string;
  /** Text of the file; absent once it is staged, or found equal on disk. */
  readonly content?: string;
  /** Fingerprint of the file on disk that was found equal. */
  readonly equal?: string;
  /** Whether the file on disk is as an earlier synth left it. */
  readonly kept?: boolean;
  /** Whether nobody but the file's owner is to read it. */
  readonly isPrivate?: boolean;
}

/** Files of the next commit by path, each of which is there once. */
export class PendingFiles {
  /** What is wrong with the paths that were asked for. */
  readonly mistakes: Issue[] = [];
  private readonly files = new Map<string, PendingFile>();
  private readonly folders = new Set<string>(['.']);

  /** Number of files. */
  get size(): number {
    return this.files.size;
  }

  /** Paths with their files, in the order in which they came. */
  entries(): IterableIterator<[string, PendingFile]> {
    return this.files.entries();
  }

  /** Finds a file by its path. */
  get(path: string): PendingFile | undefined {
    return this.files.get(path);
  }

  /** Adds or replaces a file whose path was claimed. */
  set(path: string, file: PendingFile): void {
    this.files.set(path, file);
  }

  /** Forgets all files. */
  clear(): void {
    this.files.clear();
  }

  /** Tells whether a path is free, and takes it; one that is not is a mistake. */
  claim(path: string): boolean {
    const mistake = isOutputPath(path) ? this.clash(path) : outside(path);
    if (mistake !== undefined) this.mistakes.push(mistake);
    return mistake === undefined;
  }

  /** What has a path already, be it as a file or as a folder of another file. */
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
      'a path of at most two folders and a file that ends in .yaml or .yml, of letters, digits, dots, dashes and underscores, none named as a device of Windows such as con or nul',
    fix: 'give the construct another name, of letters, digits and dashes',
  });
}

function twice(path: string): Issue {
  return pathMistake(path, {
    given: 'written twice',
    allowed: 'one cluster or chart for a path',
    fix: 'rename one of the two',
  });
}

function fileAndFolder(path: string): Issue {
  return pathMistake(path, {
    given: 'a file and a folder',
    allowed: 'one cluster or chart for a path',
    fix: 'rename one of the two',
  });
}
