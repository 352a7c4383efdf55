import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ObstacleError } from './obstacle-error';
import { entryAt, kindOf } from './plain-file';

/** Rights of a file that may hold credentials: its owner's only. */
export const PRIVATE_MODE = 0o600;

/** Rights of any other file, less what the user's umask takes away. */
export const USUAL_MODE = 0o666;

/** Rights of a folder that nobody else looks into. */
export const PRIVATE_FOLDER_MODE = 0o700;

/**
 * Writes a file in one step: whoever reads it sees what was there, or the new text.
 *
 * A stricter mode of the file that is there is kept. No link is followed.
 *
 * @throws ObstacleError when something else than a file is there.
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
 * What is at a path, which is a folder or file as it has to be, or undefined.
 *
 * @throws ObstacleError when something else is there.
 */
export function refuseObstacle(path: string, wanted: 'a file' | 'a folder'): Stats | undefined {
  const stat = entryAt(path);
  if (stat === undefined) return undefined;
  const isRight = wanted === 'a file' ? stat.isFile() : stat.isDirectory();
  if (!isRight) throw new ObstacleError(path, kindOf(stat), wanted);
  return stat;
}

/** Text that nobody else comes upon, for names of files that are made once. */
export function randomToken(): string {
  return randomBytes(16).toString('hex');
}

/** Removes what processes that were killed have left beside a file, and nothing else. */
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
