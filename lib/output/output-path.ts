import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeviceName } from '../base/device-name';
import type { Issue } from '../base/errors';
import { write } from '../base/fix';
import { ObstacleError } from '../files/obstacle-error';
import { entryAt, kindOf } from '../files/plain-file';

/** File with the construct paths of all objects. */
export const CONSTRUCT_METADATA_FILE = 'construct-metadata.json';

/** Most folders and files one below the other in the output. */
const DEEPEST = 3;

const PART = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** How the names of files end that tools for manifests read. */
export const FILE_EXTENSIONS: readonly string[] = ['.yaml', '.yml'];

/**
 * Tells whether a path, with slashes, is one that our layout may have.
 *
 * That is a YAML file in the output folder, in that of a management cluster, or in one of its folders. Names that tools
 * and systems keep for themselves, such as `.git`, are none of it.
 */
export function isOutputPath(path: string): boolean {
  if (path === CONSTRUCT_METADATA_FILE) return true;
  const parts = path.split('/');
  return (
    parts.length <= DEEPEST &&
    parts.every((part) => PART.test(part) && !isDeviceName(part)) &&
    FILE_EXTENSIONS.some((extension) => path.endsWith(extension))
  );
}

/** Finds what is wrong with the end of the names of files of the user's own charts. */
export function checkFileExtension(extension: string): readonly Issue[] {
  if (/^(?:\.[A-Za-z0-9_-]+)*\.ya?ml$/.test(extension)) return [];
  return [
    {
      path: 'Fleet',
      prop: 'outputFileExtension',
      given: extension,
      allowed: 'a dot and a word, or several of them, that end in .yaml or .yml',
      fix: write('.k8s.yaml'),
      rule: 'fleet-file-extension',
    },
  ];
}

/**
 * Absolute path of a folder without symbolic links, whether or not the folder is there yet.
 *
 * @throws ObstacleError for a link that leads nowhere.
 */
export function realFolder(folder: string): string {
  const absolute = resolve(folder);
  if (existsSync(absolute)) return realpathSync(absolute);
  const stat = entryAt(absolute);
  if (stat !== undefined) throw new ObstacleError(absolute, deadEnd(stat), 'a folder');
  const above = dirname(absolute);
  return above === absolute ? absolute : join(realFolder(above), basename(absolute));
}

function deadEnd(stat: Parameters<typeof kindOf>[0]): string {
  return stat.isSymbolicLink() ? 'a symbolic link that leads nowhere' : kindOf(stat);
}
