import { basename, extname, join } from 'node:path';

/**
 * Folder of the library: the sources, what the compiler made of them, or the one file that the package has of all.
 *
 * In the one file, this module has no folder of its own.
 */
export const LIBRARY_FOLDER = basename(__dirname) === 'base' ? join(__dirname, '../..') : __dirname;

/** File of a module of the library that is run as a program, such as `stacks/index`. */
export function programFile(name: string): string {
  return join(LIBRARY_FOLDER, `${name}${extname(__filename)}`);
}
