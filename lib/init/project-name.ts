import { basename, resolve } from 'node:path';
import { isDnsLabel, toDnsLabel } from '../cluster/rules/names';

/** Name of a project whose folder has no usable name. */
const FALLBACK = 'fleet';

/** Returns what is wrong with the name of a project; undefined if it is valid. */
export function nameMistake(name: string): string | undefined {
  if (isDnsLabel(name)) return undefined;
  const better = toDnsLabel(name);
  const words = 'Use at most 63 lower-case letters, digits and dashes, with no dash at either end';
  return better === undefined ? `${words}.` : `${words}, such as ${better}.`;
}

/** Returns the name of a project in a folder. */
export function nameFor(folder: string): string {
  return toDnsLabel(basename(resolve(folder))) ?? FALLBACK;
}
