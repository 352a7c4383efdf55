import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from '../paths';

/** Start of the addresses of files that are shown as they are. */
export const SOURCE = '/source/';

/** Returns the address of the page that shows a file of the repository. */
export function sourceRoute(file: string): string {
  return `${SOURCE}${file}/`;
}

/**
 * Replaces relative links between files of the repository by addresses of the site.
 *
 * A link to a file without a page leads to a page that shows the file. Code, anchors in the page itself and links to other
 * hosts stay unchanged.
 *
 * @param file File that contains the text, relative to the root.
 * @param routes Addresses of pages by their files.
 * @throws Error for a link to a file that does not exist.
 */
export function withSiteLinks(
  text: string,
  file: string,
  routes: ReadonlyMap<string, string>,
): string {
  return text.replace(
    /^```[\s\S]*?^```|`[^`\n]*`|\]\((?!#|[a-z]+:)([^)\s]+)\)/gm,
    (whole, link?: string) => (link === undefined ? whole : `](${siteLink(link, file, routes)})`),
  );
}

function siteLink(link: string, file: string, routes: ReadonlyMap<string, string>): string {
  const [path = '', anchor] = link.split('#');
  const target = posix.join(posix.dirname(file), path);
  const route = routes.get(target) ?? existingSource(target);
  if (route === undefined) throw new Error(`${file} links to ${target}, which does not exist`);
  return anchor === undefined ? route : `${route}#${anchor}`;
}

function existingSource(file: string): string | undefined {
  const path = join(ROOT, file);
  return existsSync(path) && statSync(path).isFile() ? sourceRoute(file) : undefined;
}
