import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder';
import {
  PRIVATE_FOLDER_MODE,
  PRIVATE_MODE,
  refuseObstacle,
  replaceFile,
} from '../../files/replace-file';
import { type HandOverEntries, handOverText } from './hand-over-files';

/**
 * Writes the hand-over file of a stack in one step, with access only for its owner.
 *
 * @throws ObstacleError when the folder or the file is something else, such as a link.
 */
export function writeHandOvers(folder: string, stack: string, entries: HandOverEntries): void {
  refuseObstacle(folder, 'a folder');
  makeFolder(folder, PRIVATE_FOLDER_MODE);
  replaceFile(join(folder, `${stack}.json`), handOverText(entries), PRIVATE_MODE);
}
