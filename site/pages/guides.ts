import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../paths';
import { SOURCE, sourceRoute, withSiteLinks } from './links';
import { type Page, titleOf } from './page';

/** Page of the site that is a Markdown file of the repository. */
export interface Guide extends Page {
  /** File relative to the root. */
  readonly file: string;
}

/** Returns the pages that are Markdown files of the repository. */
export function guides(): readonly Guide[] {
  const routes = guideRoutes();
  return [...routes].map(([file, route]) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return { file, route, title: titleOf(text), markdown: withSiteLinks(text, file, routes) };
  });
}

/** Returns the pages that show files without a page of their own, to which other pages link. */
export function sourcePages(pages: readonly Page[]): readonly Page[] {
  const link = new RegExp(`\\]\\(${SOURCE}([^)#]+)/[)#]`, 'g');
  const files = pages.flatMap(({ markdown }) =>
    Array.from(markdown.matchAll(link), ([, file = '']) => file),
  );
  return [...new Set(files)].sort().map(sourcePage);
}

function guideRoutes(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', '/overview/'],
    ...topLevelFiles().map((file): Route => [file, `/${basename(file, '.md').toLowerCase()}/`]),
    ...docsFiles().map((file): Route => [file, docsRoute(file)]),
    ...readmesBelow('examples'),
    ...['bench', 'create-capi-fleet'].filter(hasReadme).map(readmeRoute),
  ]);
}

type Route = [file: string, route: string];

function topLevelFiles(): string[] {
  return readdirSync(ROOT).filter((name) => name.endsWith('.md') && name !== 'README.md');
}

function docsFiles(): string[] {
  return readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort();
}

function docsRoute(file: string): string {
  return `/${file.slice('docs/'.length).replace(/(^|\/)README\.md$|\.md$/, '')}/`.replace(
    '//',
    '/',
  );
}

function readmesBelow(folder: string): Route[] {
  return readdirSync(join(ROOT, folder))
    .map((name) => `${folder}/${name}`)
    .filter(hasReadme)
    .sort()
    .map(readmeRoute);
}

function readmeRoute(folder: string): Route {
  return [`${folder}/README.md`, `/${folder}/`];
}

function hasReadme(folder: string): boolean {
  return existsSync(join(ROOT, folder, 'README.md'));
}

function sourcePage(file: string): Page {
  const language = /\.(ts|yaml|json|sh)$/.exec(file)?.[1] ?? 'text';
  const text = readFileSync(join(ROOT, file), 'utf8').trimEnd();
  const markdown = `---\nsearch: false\n---\n\n# ${file}\n\n\`\`\`\`${language}\n${text}\n\`\`\`\`\n`;
  return { route: sourceRoute(file), title: file, markdown };
}
