import { constructClasses } from './construct-classes';
import { sourceRoute } from './links';
import type { Page } from './page';
import { type Program, programFile, programs, type WrittenYaml, yamlOf } from './programs';

/** Address of the list of constructs. */
export const CONSTRUCTS = '/constructs/';

/**
 * Returns a page for each program: the program on the left, and the YAML that it writes on the right.
 *
 * @param apiRoute Returns the address of a class in the API reference.
 */
export function constructPages(apiRoute: (name: string) => string): readonly Page[] {
  const pages = programs().map((program) => constructPage(program, apiRoute));
  return [indexPage(pages), ...pages];
}

/**
 * Returns the title of a program's page.
 *
 * It is the name of the construct, or of the construct that the program shows in another way: `addon-helm-chart` is
 * `Addon: helm chart`.
 */
export function titleOfProgram(name: string): string {
  const classes = [...constructClasses()].sort((a, b) => b.length - a.length);
  const found = classes.find((one) => `${name}-`.startsWith(`${fileNameOf(one)}-`));
  if (found === undefined) throw new Error(`${programFile(name)} is named after no construct`);
  const rest = name.slice(fileNameOf(found).length + 1).replaceAll('-', ' ');
  return rest === '' ? found : `${found}: ${rest}`;
}

/** Returns the name of the file that a class is in: `VCenter` is in `vcenter`, `NodePool` in `node-pool`. */
export function fileNameOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]{2,})([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

function constructPage(program: Program, apiRoute: (name: string) => string): Page {
  const title = titleOfProgram(program.name);
  const [construct = title] = title.split(':');
  const yaml = yamlOf(program).map(block).join('\n');
  const markdown = `---
pageClass: program-and-yaml
aside: false
---

# ${title}

${program.introduction}

See the [API reference of ${construct}](${apiRoute(construct)}) and the [whole program](${sourceRoute(programFile(program.name))}).

<div class="columns"><div>

<p class="file">fleet.ts</p>

\`\`\`ts
${program.code}
\`\`\`

</div><div>

${yaml}
</div></div>
`;
  return { route: `${CONSTRUCTS}${program.name}/`, title, markdown };
}

function block({ file, text }: WrittenYaml): string {
  return `<p class="file">${file}</p>\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n`;
}

function indexPage(pages: readonly Page[]): Page {
  const title = 'Constructs';
  const rows = pages.map(({ route, title, markdown }) => {
    const [, sentence = ''] = /^# .*\n\n([\s\S]*?[.:])(?:\s|$)/m.exec(markdown) ?? [];
    return `| [${title}](${route}) | ${sentence.replaceAll('\n', ' ').replace(/:$/, '.')} |`;
  });
  const markdown = `# ${title}

Each page shows a program and the YAML that it writes. The programs are run whenever this site is built.

| Construct | What it is |
| --- | --- |
${rows.join('\n')}
`;
  return { route: CONSTRUCTS, title, markdown };
}
