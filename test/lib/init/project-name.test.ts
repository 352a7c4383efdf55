import assert from 'node:assert/strict';
import { nameFor, nameMistake } from '../../../lib/init/project-name';

const WORDS = 'Use at most 63 lower-case letters, digits and dashes, with no dash at either end';

describe('name of a project', () => {
  for (const name of ['fleet', 'my-fleet', '7clouds', 'a'.repeat(63)]) {
    it(`can be ${name}`, () => assert.equal(nameMistake(name), undefined));
  }

  const refused: readonly (readonly [name: string, better: string])[] = [
    ['', '.'],
    ['--', '.'],
    ['My Fleet', ', such as my-fleet.'],
    ['fleet-', ', such as fleet.'],
    ['@org/fleet', ', such as org-fleet.'],
    ['a'.repeat(64), `, such as ${'a'.repeat(63)}.`],
  ];
  for (const [name, better] of refused) {
    it(`cannot be ${JSON.stringify(name)}`, () =>
      assert.equal(nameMistake(name), `${WORDS}${better}`));
  }

  it('is that of its folder, made valid', () => {
    assert.equal(nameFor('/srv/My Fleet'), 'my-fleet');
    assert.equal(nameFor('clouds/prod/'), 'prod');
    assert.equal(nameFor('/'), 'fleet');
    assert.equal(nameFor('/srv/…'), 'fleet');
  });
});
