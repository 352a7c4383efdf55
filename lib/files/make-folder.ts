import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from './error-code';
import { entryAt } from './plain-file';

/**
 * Makes a folder and those that it is in.
 *
 * One level at a time: Node's own way never ends where a file system says of a folder that is there that it is not, as
 * `/proc` does.
 */
export function makeFolder(folder: string, mode?: number): void {
  if (entryAt(folder)?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder && entryAt(above) === undefined) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
