import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constructPages } from './pages/construct-pages';
import { guides, sourcePages } from './pages/guides';
import { fileOf, type Page } from './pages/page';
import { constructSidebar, guideSidebar } from './pages/sidebar';
import { BUILT, ROOT, SITE, STAGE } from './paths';

/** Builds the site from Markdown files, programs and docstrings. */
async function build(): Promise<void> {
  for (const path of [BUILT, STAGE, SITE]) rmSync(path, { recursive: true, force: true });
  const { writeApiPages } = await import('./api-pages.mjs');
  const files = guides();
  const api = await writeApiPages();
  const constructs = constructPages(api.routeOf);
  const pages = [...files, ...constructs];
  for (const page of [...pages, ...sourcePages(pages)]) write(fileOf(page.route), page);
  write('index.md', { markdown: readFileSync(join(ROOT, 'site/home.md'), 'utf8') });
  const sidebar = {
    '/': guideSidebar(files),
    '/constructs/': constructSidebar(constructs),
    '/api/': api.sidebar,
  };
  write('sidebar.json', { markdown: JSON.stringify(sidebar) });
  await vitepress(process.argv.slice(2));
  writeFileSync(BUILT, '');
}

function write(file: string, { markdown }: Pick<Page, 'markdown'>): void {
  const path = join(STAGE, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, markdown);
}

/** Runs the generator, which fails for a link to a page that does not exist. */
function vitepress(args: readonly string[]): Promise<void> {
  const command = join(ROOT, 'node_modules/vitepress/bin/vitepress.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, 'build', 'site', ...args], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`vitepress build exits with ${code}`));
    });
  });
}

build().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
