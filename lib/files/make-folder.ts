import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from './error-code';
import { entryAt } from './plain-file';

/**
 * Creates a folder and its parents.
 *
 * It creates one level at a time, because Node's recursive option loops forever on file systems such as `/proc`, which
 * deny that an existing folder exists.
 */
export function makeFolder(folder: string, mode?: number): void {
  if (entryAt(folder)?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder && entryAt(above) === undefined) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
