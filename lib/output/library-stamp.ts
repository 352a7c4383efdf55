import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FOLDER } from '../base/library-folder';
import { entryAt } from '../files/plain-file';
import { fileHash } from './output-index';

const OWN = ['lib', 'constructs', 'capi-fleet.js'];

/** Packages that affect what is refused or rendered. */
const PACKAGES = ['ipaddr.js', 'js-yaml', 'semver', 'cdk8s', 'constructs'];

let stamp: string | undefined;

/** Text that changes with the code of the library and of these packages; undefined if they are bundled. */
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
  if (!own.includes(__filename)) throw new Error('the library is bundled into another file');
  return [...own.sort(), ...PACKAGES.map((name) => require.resolve(name))];
}

/** Code files in a folder, or the file itself. */
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
