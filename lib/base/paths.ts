const MOST_PATH = 512;

/** What {@link hasUnitName} accepts, in words. */
export const UNIT_DIRECTORY =
  'an absolute directory of letters, digits, underscores, colons and dots, without a leading dot';

/** Tells whether a text is an absolute path that every program reads in the same way. */
export function isCleanPath(path: string): boolean {
  if (typeof path !== 'string' || path.length > MOST_PATH || !path.startsWith('/')) return false;
  const steps = path.slice(1).split('/');
  return steps.every((step) => /^[^\s:,'"$`\\{}]+$/.test(step) && step !== '.' && step !== '..');
}

/** Tells whether a path is a folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Tells whether systemd derives the name of a directory's mount unit by only replacing slashes with dashes. */
export function hasUnitName(directory: string): boolean {
  return /^(\/[\w:.]+)+$/.test(directory) && !directory.startsWith('/.');
}

/** Returns a similar directory whose mount unit name needs no escaping. */
export function withUnitName(directory: string): string {
  return directory.replace(/[^\w:./]/g, '_').replace(/^\/\./, '/_');
}
