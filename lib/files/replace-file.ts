import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ObstacleError } from './obstacle-error';
import { entryAt, kindOf } from './plain-file';

/** Mode of a file that may contain credentials: only its owner has access. */
export const PRIVATE_MODE = 0o600;

/** Mode of any other file, before the umask of the user. */
export const USUAL_MODE = 0o666;

/** Mode of a folder that only its owner can read. */
export const PRIVATE_FOLDER_MODE = 0o700;

/**
 * Writes a file atomically: readers see either the old or the new text.
 *
 * A stricter mode of an existing file is kept. Links are not followed.
 *
 * @throws ObstacleError when something other than a file is at the path.
 */
export function replaceFile(file: string, text: string, allowed: number): void {
  const stat = refuseObstacle(file, 'a file');
  removeLeftOvers(file);
  const aside = `${file}.${randomToken()}`;
  const mode = stat === undefined ? allowed : stat.mode & allowed;
  try {
    writeFileSync(aside, text, { flag: 'wx', mode });
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/**
 * Returns the entry at a path, or undefined if there is none.
 *
 * @throws ObstacleError when the entry is not of the wanted kind.
 */
export function refuseObstacle(path: string, wanted: 'a file' | 'a folder'): Stats | undefined {
  const stat = entryAt(path);
  if (stat === undefined) return undefined;
  const isRight = wanted === 'a file' ? stat.isFile() : stat.isDirectory();
  if (!isRight) throw new ObstacleError(path, kindOf(stat), wanted);
  return stat;
}

/** Random text for unique file names. */
export function randomToken(): string {
  return randomBytes(16).toString('hex');
}

/** Removes temporary files of killed processes next to a file. */
function removeLeftOvers(file: string): void {
  const folder = dirname(file);
  const name = basename(file);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const isOurs = entry.isFile() && entry.name.startsWith(`${name}.`);
    if (isOurs && isToken(entry.name.slice(name.length + 1))) rmSync(join(folder, entry.name));
  }
}

/** Tells whether a text may be one of {@link randomToken}. */
export function isToken(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
