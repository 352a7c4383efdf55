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

/** Opens what is there itself: no link is followed, and no pipe is waited for. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What is at a path itself, links not followed; undefined also where a folder of the path is a file. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}

/**
 * Reads a regular file; undefined where there is nothing.
 *
 * @throws ObstacleError when something else is there, such as a link or a pipe.
 */
export function readPlainFile(file: string): Buffer | undefined {
  return withPlainFile(file, (descriptor) => readFileSync(descriptor));
}

/**
 * Takes rights on a regular file away that it is not to have; nothing happens where it has none of them.
 *
 * One with a second name is left alone, as that may be the name of somebody else's file.
 */
export function tightenMode(file: string, allowed: number): void {
  withPlainFile(file, (descriptor) => {
    const { mode, nlink } = fstatSync(descriptor);
    const isTooWide = (mode & 0o777 & ~allowed) !== 0;
    if (isTooWide && nlink === 1) fchmodSync(descriptor, mode & allowed);
  });
}

/** Words for what stands at a path. */
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
