import { basename, extname, join } from 'node:path';

/**
 * Folder of the library: its sources, the compiler's output, or the single file in the package.
 *
 * In the single file, this module has no folder of its own.
 */
export const LIBRARY_FOLDER = basename(__dirname) === 'base' ? join(__dirname, '../..') : __dirname;

/** Returns the file of a library module that is run as a program, such as `stacks/index`. */
export function programFile(name: string): string {
  return join(LIBRARY_FOLDER, `${name}${extname(__filename)}`);
}
