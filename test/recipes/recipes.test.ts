import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askForText } from '../../lib/cli/program';
import type { SecretsJson } from '../../lib/output/secrets-json';
import { importsOf, ROOT } from '../support/import-graph';
import { excerptText } from '../support/recipe-excerpt';
import { RECIPES, recipeFile, recipeText, treeOfRecipe } from '../support/recipes';
import { EXCERPTS } from './excerpts';

const HEADINGS = [
  'When to use it',
  'Prerequisites',
  'Program',
  'What it writes',
  'Outside the program',
  'Verify',
  'Pitfalls',
  'See also',
];

/** Longest program that is still read as a page. */
const LONGEST = 150;

describe('recipes', () => {
  it('are compiled with the library', () => {
    const { include } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));

    assert.ok(include.includes('recipes'));
  });

  it('are in the package, with the documentation', () => {
    const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

    assert.ok(files.includes('recipes'));
    assert.ok(files.includes('docs/**/*.md'));
  });

  it('are all in the table', () => {
    const index = readFileSync(join(ROOT, 'docs/recipes/README.md'), 'utf8');
    const rows = [...index.matchAll(/^\| \[[^\]]+\]\(([\w-]+)\.md\) \| .*\[`\1\.ts`\]\(/gm)];

    assert.deepEqual(rows.map(([, name]) => name).sort(), RECIPES);
  });

  it('all have excerpts', () => {
    assert.deepEqual(Object.keys(EXCERPTS).sort(), RECIPES);
  });

  for (const recipe of RECIPES) {
    describe(recipe, () => {
      it('is one file that imports packages by name', () => {
        const imports = importsOf(join('recipes', `${recipe}.ts`)).map(({ to }) => to);

        assert.ok(imports.includes('capi-fleet'));
        assert.deepEqual(
          imports.filter((name) => !['capi-fleet', 'cdk8s'].includes(name)),
          [],
        );
      });

      it('is a page long, says what to change, and runs its fleet', () => {
        const text = recipeText(recipe);

        assert.ok(text.split('\n').length <= LONGEST);
        assert.match(text, /^ *\/\/ Change: /m);
        assert.match(text, /^fleet\.run\(\);$/m);
      });

      it('synthesises without mistakes', () => {
        const files = Object.keys(treeOfRecipe(recipe));

        assert.ok(files.some((name) => name.endsWith('/cluster.yaml')));
      });

      it('has a page with the program and what it writes', () => {
        const page = pageOf(recipe);
        const text = readFileSync(page, 'utf8');
        const blocks = [
          ['program', 'ts', recipeText(recipe)],
          ...Object.entries(EXCERPTS[recipe] ?? {}).map(([name, excerpts]) => [
            `yaml of ${name}`,
            'yaml',
            excerptText(recipe, excerpts),
          ]),
        ] as const;
        let made = text;
        for (const [marker = '', language = '', content = ''] of blocks) {
          const block = new RegExp(
            `(<!-- ${marker} -->\\n)\`\`\`${language}\\n[\\s\\S]*?\`\`\`\\n`,
          );
          assert.match(made, block);
          made = made.replace(block, (_, start) => `${start}\`\`\`${language}\n${content}\`\`\`\n`);
        }
        if (process.env.UPDATE_DOCS !== undefined) {
          assert.equal(process.env.CI, undefined, 'UPDATE_DOCS is refused when CI is set');
          writeFileSync(page, made);
        }

        assert.equal(readFileSync(page, 'utf8'), made);
        assert.deepEqual(
          Array.from(made.matchAll(/^<!-- (.*) -->$/gm), ([, marker]) => marker).sort(),
          blocks.map(([marker]) => marker).sort(),
        );
      });

      it('has a page with the sections that all recipes have', () => {
        const text = readFileSync(pageOf(recipe), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

        assert.deepEqual(
          Array.from(text.matchAll(/^## (.*)$/gm), ([, heading]) => heading),
          HEADINGS,
        );
      });

      it('has a page that names the Secrets that must exist', async () => {
        const text = readFileSync(pageOf(recipe), 'utf8');
        const missing = (await secretsOf(recipe)).filter(({ writtenBy }) => !writtenBy);

        for (const { name } of missing) assert.ok(text.includes(`\`${name}\``), name);
      });
    });
  }
});

function pageOf(recipe: string): string {
  const page = join(ROOT, 'docs/recipes', `${recipe}.md`);
  assert.ok(existsSync(page));
  return page;
}

/** Secrets that the command line lists for a recipe. */
async function secretsOf(recipe: string): Promise<SecretsJson['secrets']> {
  const command = { command: 'secrets', json: true, selection: {} } as const;
  const text = await askForText(recipeFile(recipe), command);
  return (JSON.parse(text ?? '{}') as SecretsJson).secrets;
}
