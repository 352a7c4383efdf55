import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the file with the first of some names in a folder, or in the nearest folder above that has one of them. */
export function nearestFile(folder: string, ...names: readonly string[]): string | undefined {
  const file = names.map((name) => join(folder, name)).find((one) => existsSync(one));
  if (file !== undefined) return file;
  const above = dirname(folder);
  return above === folder ? undefined : nearestFile(above, ...names);
}
