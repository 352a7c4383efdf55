import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';

/** Tells whether a path, with slashes, is one of a file below the output folder that is not our own book-keeping. */
export function isOutputPath(path: string): boolean {
  if (path === '' || path.endsWith('/') || path.includes('\0') || path.includes('\\')) return false;
  if (posix.isAbsolute(path) || posix.normalize(path) !== path) return false;
  const [first = ''] = path.split('/');
  return first !== '..' && !first.startsWith('.capi-fleet');
}

/** Absolute path of a folder without symbolic links, whether or not the folder is there yet. */
export function realFolder(folder: string): string {
  const absolute = resolve(folder);
  if (existsSync(absolute)) return realpathSync(absolute);
  return join(realFolder(dirname(absolute)), basename(absolute));
}
