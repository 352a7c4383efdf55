import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderRulesPage } from '../../../lib/assembly/rules-page';
import { allRules } from '../../../lib/assembly/table';
import { UNCHECKED } from '../../../lib/assembly/unchecked';
import { always } from '../../../lib/base/rule';
import { fixShare } from '../../support/fixes/share';
import { ROOT } from '../../support/import-graph';

const ALL_UNCHECKED = Object.values(UNCHECKED).flat();
const SHARE = fixShare();
const PAGE = join(ROOT, 'docs/rules.md');

describe('page about rules', () => {
  it('stands in the repository as it is made from the tables', () => {
    if (process.env.UPDATE_DOCS === '1') {
      assert.equal(process.env.CI, undefined, 'UPDATE_DOCS is refused when CI is set');
      writeFileSync(PAGE, renderRulesPage(SHARE));
    }

    assert.equal(readFileSync(PAGE, 'utf8'), renderRulesPage(SHARE));
  });

  it('has a row for every rule', () => {
    const page = renderRulesPage(SHARE);

    assert.deepEqual(
      allRules().filter(
        ({ id, source }) => !page.includes(`| \`${id}\` | `) || !page.includes(source),
      ),
      [],
    );
  });

  it('counts the rules, and what is not checked', () => {
    const page = renderRulesPage(SHARE);

    assert.match(page, new RegExp(`There are ${allRules().length} rules`));
    assert.match(page, new RegExp(`lists ${ALL_UNCHECKED.length} things`));
  });

  it('counts the fixes that are one change', () => {
    const page = renderRulesPage({ changes: 1, mistakes: 3, rulesWithChanges: 1, rules: 2 });

    assert.match(page, /3 mistakes .*, 1 have such a fix \(33 %\), in 1 of 2 rules/);
    assert.ok(SHARE.changes > SHARE.mistakes / 3);
  });

  it('says of everything that is not checked why it is not, and where that is said', () => {
    const incomplete = ALL_UNCHECKED.filter(
      ({ what, why, source }) =>
        !/^[A-Z].*\.$/.test(what) ||
        !/^[A-Z].*\.$/.test(why) ||
        !/^[\w./-]+@[\w.-]+:[\w./-]+$/.test(source),
    );

    assert.deepEqual(
      incomplete.map(({ what }) => what),
      [],
    );
  });

  it('keeps characters that would break a table', () => {
    const rule = { id: 'odd', reason: 'Of <a> | b.', source: 'a@b:c', check: () => {} };
    const none = {
      cidrPlan: [],
      cloud: [],
      cluster: [],
      controlPlane: [],
      rendering: [],
      server: [],
      machine: [],
      pool: [],
      addon: [],
      object: [],
      objectSet: [],
      fleet: [],
    };

    assert.match(
      renderRulesPage(SHARE, { ...none, providers: [always(rule)] }),
      /Of &lt;a> \\\| b\./,
    );
  });
});
