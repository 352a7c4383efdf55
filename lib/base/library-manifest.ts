import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LIBRARY_FOLDER } from './library-folder';

/** Version ranges of packages by their names. */
type Ranges = Readonly<Record<string, string>>;

/** Parts of this library's `package.json`. */
export interface LibraryManifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: Ranges;
  readonly devDependencies: Ranges;
}

/** Reads the `package.json` of this library. */
export function libraryManifest(): LibraryManifest {
  const root = basename(LIBRARY_FOLDER) === 'dist' ? join(LIBRARY_FOLDER, '..') : LIBRARY_FOLDER;
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
