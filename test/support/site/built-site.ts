import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, ROOT, SITE } from '../../../site/paths';
import { run } from '../../lab/machine';

/** Files and folders that the site is built from. */
const SOURCES = [
  'CHANGELOG.md',
  'README.md',
  'package.json',
  'constructs',
  'docs',
  'examples',
  'lib',
  'recipes',
  'site',
];

/** Returns the folder of the site, which is built first if one of its sources is newer. */
export async function builtSite(): Promise<string> {
  if (!isCurrent()) {
    const { code, stdout, stderr } = await run('npm', ['run', 'docs'], { cwd: ROOT });
    assert.equal(code, 0, stdout + stderr);
  }
  return SITE;
}

/** Returns the addresses of all pages of a site. */
export function addressesOf(site: string): readonly string[] {
  return filesBelow(site)
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

function isCurrent(): boolean {
  if (!existsSync(BUILT)) return false;
  const built = statSync(BUILT).mtimeMs;
  const files = SOURCES.flatMap((source) => {
    const path = join(ROOT, source);
    return [path, ...filesBelow(path).map((file) => join(path, file))];
  });
  return files.filter(existsSync).every((file) => statSync(file).mtimeMs <= built);
}

function filesBelow(folder: string): string[] {
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  return isFolder ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
}
