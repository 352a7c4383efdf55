import { join, resolve } from 'node:path';

/** Root folder of the repository. */
export const ROOT = resolve(__dirname, '..');

/** Folder of the Markdown pages that the site is built from. */
export const STAGE = join(ROOT, 'build/site-pages');

/** Folder of the finished site. */
export const SITE = join(ROOT, 'build/site');

/** File that is written when the site is finished. */
export const BUILT = join(ROOT, 'build/site-built');
