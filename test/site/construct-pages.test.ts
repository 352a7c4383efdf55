import assert from 'node:assert/strict';
import { constructClasses } from '../../site/pages/construct-classes';
import { constructPages, fileNameOf, titleOfProgram } from '../../site/pages/construct-pages';
import { programs, yamlOf } from '../../site/pages/programs';

describe('pages about constructs', () => {
  for (const program of programs()) {
    it(`shows YAML that the program ${program.name} writes`, () => {
      const yaml = yamlOf(program);

      assert.ok(yaml.length > 0);
      for (const { file, text } of yaml) assert.match(text, /^kind: \w+$/m, file);
    });
  }

  it('have a program for every exported construct', () => {
    const names = programs().map(({ name }) => name);

    assert.ok(constructClasses().length > 15);
    assert.deepEqual(
      constructClasses().filter((name) => !names.includes(fileNameOf(name))),
      [],
    );
  });

  it('have titles with the name of the construct', () => {
    assert.equal(titleOfProgram('open-stack-cloud'), 'OpenStackCloud');
    assert.equal(titleOfProgram('addon-helm-chart'), 'Addon: helm chart');
    assert.throws(() => titleOfProgram('add'), /site\/constructs\/add\.ts is named after no/);
  });

  it('list every page with its first sentence', () => {
    const [index] = constructPages((name) => `/api/${name}.html`);

    assert.equal(index?.route, '/constructs/');
    const row = index.markdown.split('\n').find((line) => line.includes('[NodePool]'));
    assert.match(row ?? '', /\/constructs\/node-pool\/\) \| A pool of equal workers\. \|$/);
  });
});
