import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs';
import { hasCode } from './error-code';
import { ObstacleError } from './obstacle-error';

/** Flags that open a path without following a link or waiting for a pipe. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Entry at a path, without following links; undefined also if a parent of the path is a file. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}

/**
 * Reads a regular file; undefined if it does not exist.
 *
 * @throws ObstacleError when something else is at the path, such as a link or a pipe.
 */
export function readPlainFile(file: string): Buffer | undefined {
  return withPlainFile(file, (descriptor) => readFileSync(descriptor));
}

/**
 * Removes bits that are not allowed from the mode of a regular file.
 *
 * A file with a second hard link is not changed, because the link may belong to somebody else.
 */
export function tightenMode(file: string, allowed: number): void {
  withPlainFile(file, (descriptor) => {
    const { mode, nlink } = fstatSync(descriptor);
    const isTooWide = (mode & 0o777 & ~allowed) !== 0;
    if (isTooWide && nlink === 1) fchmodSync(descriptor, mode & allowed);
  });
}

/** Description of the entry at a path. */
export function kindOf(stat: Stats): string {
  if (stat.isSymbolicLink()) return 'a symbolic link';
  if (stat.isDirectory()) return 'a folder';
  return stat.isFile() ? 'a file' : 'a pipe, socket or device';
}

function withPlainFile<T>(file: string, run: (descriptor: number) => T): T | undefined {
  const stat = entryAt(file);
  if (stat === undefined) return undefined;
  if (!stat.isFile()) throw new ObstacleError(file, kindOf(stat), 'a file');
  const descriptor = tryOpen(file);
  if (descriptor === undefined) return undefined;
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw new ObstacleError(file, kindOf(found), 'a file');
    return run(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function tryOpen(file: string): number | undefined {
  try {
    return openSync(file, CAREFULLY);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (hasCode(error, 'ELOOP')) throw new ObstacleError(file, 'a symbolic link', 'a file');
    throw error;
  }
}
