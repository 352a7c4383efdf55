import { posix } from 'node:path';

/** Tells whether a path, with slashes, is one of a file below the output folder that is not our own book-keeping. */
export function isOutputPath(path: string): boolean {
  if (path === '' || path.endsWith('/') || path.includes('\0') || path.includes('\\')) return false;
  if (posix.isAbsolute(path) || posix.normalize(path) !== path) return false;
  const [first = ''] = path.split('/');
  return first !== '..' && !first.startsWith('.capi-fleet');
}
