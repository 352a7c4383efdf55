const MOST_PATH = 512;

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
