/** Page of the site, as Markdown. */
export interface Page {
  /** Address below the root of the site, such as `/rules/`. */
  readonly route: string;
  /** Text of the first heading. */
  readonly title: string;
  /** Markdown with links to addresses of the site. */
  readonly markdown: string;
}

/** Returns the text of the first heading of a Markdown file, without its marks. */
export function titleOf(markdown: string): string {
  const [, title = ''] = /^# (.+)$/m.exec(markdown) ?? [];
  return title.replaceAll('`', '');
}

/** Returns the file of a page below the folder of pages. */
export function fileOf(route: string): string {
  return `${route.slice(1)}index.md`;
}
