import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FOLDER } from '../base/library-folder';
import { entryAt } from '../files/plain-file';
import { fileHash } from './output-index';

const OWN = ['lib', 'constructs', 'capi-fleet.js'];

/** Packages whose answers decide what is refused or rendered. */
const PACKAGES = ['ipaddr.js', 'js-yaml', 'semver', 'cdk8s', 'constructs'];

let stamp: string | undefined;

/** Text that changes with the library's own code and the packages that it decides with; none where they are bundled. */
export function libraryStamp(): string | undefined {
  try {
    stamp ??= fileHash([process.version, ...files().map(fingerprint)].join('\n'));
  } catch {
    return undefined;
  }
  return stamp;
}

function files(): string[] {
  const own = OWN.map((name) => join(LIBRARY_FOLDER, name)).flatMap(codeIn);
  if (!own.includes(__filename)) throw new Error('the library is a part of another file');
  return [...own.sort(), ...PACKAGES.map((name) => require.resolve(name))];
}

/** Files of code in a folder, or the one that it is itself. */
function codeIn(place: string): readonly string[] {
  if (entryAt(place)?.isDirectory() !== true) return existsSync(place) ? [place] : [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(place, name));
}

function fingerprint(file: string): string {
  const { size, mtimeMs, ctimeMs } = lstatSync(file);
  return `${file} ${size} ${mtimeMs} ${ctimeMs}`;
}
