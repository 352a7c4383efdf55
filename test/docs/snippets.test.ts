import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runExample, treeOf } from '../support/examples';
import { ROOT, sourceFiles } from '../support/import-graph';
import { inFolder } from '../support/in-folder';

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const PRELUDE = `
import * as library from 'capi-fleet';
declare const fleet: library.Fleet;
type Cloud = library.OpenStackCloud<'m1.k8s-master' | 'm1.k8s-worker'>;
declare const cloud: Cloud;
declare const mothership: library.ManagementCluster;
declare const cluster: library.WorkloadCluster<Cloud>;
declare const sites: readonly { readonly name: string }[];
declare const props: library.WorkloadClusterProps;
declare const rest: Omit<library.WorkloadClusterProps<Cloud>, 'cloud' | 'network'>;
declare function propsOf(name: string): library.WorkloadClusterProps;
`;

/** Program that tests in the documentation load. */
const FLEET = `import { Fleet } from 'capi-fleet';\nexport const fleet = new Fleet();\n`;

describe('documentation', () => {
  it('has snippets that compile', function () {
    this.timeout(180_000);
    const folder = join(ROOT, 'build/snippets');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'test'), { recursive: true });
    writeFileSync(join(folder, 'fleet.ts'), FLEET);
    const all = [...PAGES, ...sourceFiles('constructs')].flatMap(snippetsOf);
    all.forEach((snippet, index) => {
      writeFileSync(join(folder, 'test', `${index}.ts`), complete(snippet));
    });
    const settings = {
      extends: '../../tsconfig.json',
      compilerOptions: {
        paths: {
          'capi-fleet': ['../../constructs/index.ts'],
          'capi-fleet/pulumi': ['../../lib/openstack/pulumi/index.ts'],
          'capi-fleet/provider': ['../../lib/provider/index.ts'],
          'capi-fleet/testing': ['../../lib/testing/index.ts'],
        },
        noUnusedLocals: false,
      },
      include: ['*.ts', 'test/*.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));

    const child = spawnSync('npx', ['tsc', '--noEmit', '-p', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    });

    assert.ok(all.length > 5);
    assert.equal(child.stdout, '');
    rmSync(folder, { recursive: true });
  });

  it('shows a program in the README that writes the tree beside it', () =>
    inFolder((folder) => {
      const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
      const [program = ''] = snippetsOf('README.md');
      const tree = /build\/homelab\/\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
      const file = join(folder, 'main.ts');
      writeFileSync(
        file,
        program.replace("'capi-fleet'", JSON.stringify(join(ROOT, 'constructs/index.ts'))),
      );

      const written = treeOf(runExample(file, folder));

      const named = [...tree.matchAll(/^ +([\w.-]+)(?= |$)/gm)].map(([, name]) => name);
      assert.deepEqual(
        Object.keys(written)
          .map((name) => name.split('/').at(-1))
          .sort(),
        named.filter((name) => name?.endsWith('.yaml')).sort(),
      );
    }));

  it('names scripts in its commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = PAGES.flatMap((page) => [
      ...readFileSync(join(ROOT, page), 'utf8').matchAll(
        /npm (?:run )?(synth|test|lint|typecheck|format|e2e|generate)\b/g,
      ),
    ]);

    assert.ok(named.length > 5);
    for (const [, script = ''] of named) assert.ok(script in scripts, script);
  });

  it('links to files that there are', () => {
    for (const page of PAGES) {
      const text = readFileSync(join(ROOT, page), 'utf8');
      for (const [, link = ''] of text.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)) {
        assert.ok(existsSync(join(ROOT, page, '..', link)), `${page} links to ${link}`);
      }
    }
  });
});

/** TypeScript blocks of a page, or of the comments of a source file. */
function snippetsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const plain = file.endsWith('.ts') ? text.replace(/^ *\* ?/gm, '') : text;
  return [...plain.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, snippet = '']) => snippet);
}

/** Snippet with the names that it takes from its surroundings. */
function complete(snippet: string): string {
  if (/from 'capi-fleet(\/pulumi)?'/.test(snippet)) return snippet;
  const imported = [...snippet.matchAll(/^import .*$/gm)].map(([line]) => line).join('\n');
  const body = snippet.replace(/^import .*$/gm, '');
  const used = exportedNames().filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  const names = `import { ${used.join(', ')} } from 'capi-fleet';`;
  return `${PRELUDE}${names}\n${imported}\nexport function snippet(): void {\n${body}\n}\n`;
}

/** Names of values and types that the library exports. */
function exportedNames(): readonly string[] {
  const index = readFileSync(join(ROOT, 'constructs/index.ts'), 'utf8');
  const blocks = [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)];
  return blocks.flatMap(([, block = '']) =>
    block.split(',').flatMap((part) => /(\w+)\s*$/.exec(part)?.[1] ?? []),
  );
}
