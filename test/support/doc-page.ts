import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './import-graph';

/** Page of the documentation. */
export class DocPage {
  private readonly file: string;

  /** @param name Name of the file in `docs`. */
  constructor(readonly name: string) {
    this.file = join(ROOT, 'docs', name);
  }

  /** Text of the page. */
  get text(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** Part of the page from a heading to the next one of the same level. */
  section(heading: string): string {
    const [, marks = ''] = /^(#+) /.exec(heading) ?? [];
    const [, rest] = this.text.split(`\n${heading}\n`);
    if (rest === undefined) throw new Error(`${this.name} has no ${heading}`);
    return rest.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
  }

  /** Block of code after a comment `<!-- name -->`; with `UPDATE_DOCS`, it is replaced by the wanted text first. */
  block(name: string, language: string, wanted?: string): string | undefined {
    return this.part(`<!-- ${name} -->\n\`\`\`${language}\n`, '```\n', wanted);
  }

  /** Rows of the table after a comment `<!-- name -->`; with `UPDATE_DOCS`, they are replaced by the wanted ones first. */
  rows(name: string, wanted: readonly string[]): readonly string[] {
    const rows = wanted.map((row) => `${row}\n`).join('');
    const found = this.part(`<!-- ${name} -->\n`, '<!-- end of table -->', rows, /^.*\n.*\n/);
    return (found ?? '').split('\n').filter((line) => line !== '');
  }

  /** Text between two others, without what comes before the rows of a table. */
  private part(begin: string, end: string, wanted?: string, head?: RegExp): string | undefined {
    const [before, rest] = this.text.split(begin);
    if (rest === undefined) return undefined;
    const whole = rest.slice(0, rest.indexOf(end));
    const kept = head?.exec(whole)?.[0] ?? '';
    if (wanted === undefined || process.env.UPDATE_DOCS === undefined) {
      return whole.slice(kept.length);
    }
    writeFileSync(this.file, `${before}${begin}${kept}${wanted}${rest.slice(whole.length)}`);
    return wanted;
  }
}

/** Commands in the shell blocks of a text, each as its words; texts that are written to files are left out. */
export function shellCommands(text: string): readonly (readonly string[])[] {
  const blocks = [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(
    ([, , code = '']) => code,
  );
  return blocks
    .map((code) => code.replace(/<<'(\w+)'\n[\s\S]*?\n\1\n/g, '\n').replace(/\s*\\\n\s*/g, ' '))
    .flatMap((code) => code.split('\n'))
    .map((line) => wordsOf(line.replace(/\s#.*$/, '')))
    .filter((words) => words.length > 0);
}

/** Words of a command, without quotation marks. */
export function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** Arguments of `capi-fleet` in the shell blocks and in the code of a text. */
export function capiFleetCalls(text: string): readonly (readonly string[])[] {
  const inline = [...text.matchAll(/`npx capi-fleet ([^`]+)`/g)].map(([, args = '']) =>
    wordsOf(args),
  );
  const blocks = shellCommands(text)
    .filter(([runner, command]) => runner === 'npx' && command === 'capi-fleet')
    .map((words) => words.slice(2));
  return [...inline, ...blocks];
}

/** Value of an option in a command. */
export function optionOf(words: readonly string[], option: string): string | undefined {
  const at = words.indexOf(option);
  return at < 0 ? undefined : words[at + 1];
}

/** Links of a page into the documentation, with the headings that they name. */
export function linksOf({ name, text }: DocPage): readonly { page: string; anchor: string }[] {
  return [...text.matchAll(/\]\(([\w.-]*)#([\w-]+)\)/g)].map(([, file = '', anchor = '']) => ({
    page: file === '' ? name : file,
    anchor,
  }));
}

/** Anchors of the headings of a page, as GitHub makes them. */
export function anchorsOf({ text }: DocPage): ReadonlySet<string> {
  const headings = text.replace(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
