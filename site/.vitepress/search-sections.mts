import { RULES } from './rules.mjs';

/** Section of a page in the search index. */
interface Section {
  /** Anchor in the page. */
  readonly anchor: string;
  /** Headings that lead to it, its own last. */
  readonly titles: string[];
  /** Text without marks. */
  readonly text: string;
}

/**
 * Returns the sections of a page in the search index.
 *
 * The page of rules has one per rule, a page of the API reference one for itself and one per member, and any other page one per
 * heading.
 */
export function sections(file: string, html: string): Section[] {
  if (file.endsWith(`/${RULES}`)) return ruleSections(html);
  return headingSections(html, file.includes('/api/') ? '13' : '1-6');
}

function ruleSections(html: string): Section[] {
  const rows = html.matchAll(/<tr id="([^"]+)">\s*<td>.*?<\/td>\s*<td>(.*?)<\/td>/g);
  return Array.from(rows, ([, anchor = '', reason = '']) => ({
    anchor,
    titles: ['Rules', anchor],
    text: textOf(reason),
  }));
}

/** Splits a page at its headings of some levels; text under other headings belongs to the section before. */
function headingSections(html: string, levels: string): Section[] {
  const heading = new RegExp(
    `<h([${levels}]) id="([^"]*)"[^>]*>(.*?)<a class="header-anchor".*?</h\\1>`,
  );
  const parts = html.split(heading);
  const titles: string[] = [];
  const found: Section[] = [];
  for (let index = 1; index < parts.length; index += 4) {
    const [level, anchor = '', title = '', text = ''] = parts.slice(index, index + 4);
    titles.length = Number(level) - 1;
    titles.push(textOf(title));
    found.push({ anchor, titles: titles.filter(Boolean), text: textOf(text) });
  }
  return found;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
