import { lstatSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the files of a new project into a folder, which is created if it does not exist.
 *
 * @param files Texts by their paths in the folder.
 * @throws Error with everything that is in the way; nothing is written then.
 */
export function writeProject(folder: string, files: ReadonlyMap<string, string>): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined && !isFolder(folder)) {
    throw new Error(`${folder} is not a folder; nothing was written\n  fix: name another folder`);
  }
  const inTheWay = [...files.keys()].flatMap((path) => obstacle(folder, path) ?? []);
  if (inTheWay.length > 0) {
    throw new Error(
      `${folder} already has ${[...new Set(inTheWay)].join(', ')}; nothing was written\n` +
        '  fix: name another folder, or move these files away',
    );
  }
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
}

/** Returns the existing file at a path, or what exists in place of one of its folders. */
function obstacle(folder: string, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const part = parts.slice(0, length).join('/');
    const place = join(folder, part);
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return undefined;
    if (length === parts.length || !isFolder(place)) return part;
  }
  return undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
