const MOST_PATH = 512;

/** What {@link hasUnitName} asks for, in words. */
export const UNIT_DIRECTORY =
  'an absolute directory of letters, digits, underscores, colons and dots, without a dot first';

/** Tells whether a text is an absolute path that reads the same to every program. */
export function isCleanPath(path: string): boolean {
  if (typeof path !== 'string' || path.length > MOST_PATH || !path.startsWith('/')) return false;
  const steps = path.slice(1).split('/');
  return steps.every((step) => /^[^\s:,'"$`\\{}]+$/.test(step) && step !== '.' && step !== '..');
}

/** Tells whether a path is a folder, or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Tells whether the name of the unit that mounts a directory is the directory with dashes for slashes. */
export function hasUnitName(directory: string): boolean {
  return /^(\/[\w:.]+)+$/.test(directory) && !directory.startsWith('/.');
}

/** Directory like another one that a unit can be named for. */
export function withUnitName(directory: string): string {
  return directory.replace(/[^\w:./]/g, '_').replace(/^\/\./, '/_');
}
