import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileHash } from './output-index';

const FOLDERS = ['lib', 'constructs'];

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
  const root = join(__dirname, '..', '..');
  const own = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[cm]?[jt]s$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(root, folder, name)),
  );
  return [...own.sort(), ...PACKAGES.map((name) => require.resolve(name))];
}

function fingerprint(file: string): string {
  const { size, mtimeMs, ctimeMs } = lstatSync(file);
  return `${file} ${size} ${mtimeMs} ${ctimeMs}`;
}
