import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleSets, rulesOf } from '../../../lib/assembly/rule-sets';
import { allRules, OTHER_RULES } from '../../../lib/assembly/table';
import { formatIssue } from '../../../lib/base/errors';
import { ROOT } from '../../support/import-graph';
import { RULE_CASES } from './cases/index';
import { issuesOf, without } from './rule-case';

/** Identifier of a rule in an issue, or as a constant. */
const RULE_USED = /(?:\brule: |_RULE = |new Lacks\()'([-a-z]+)'/g;

const MOST_TEXT = 2_000;

describe('rules', () => {
  it('have names of their own, in words joined by dashes', () => {
    const ids = allRules().map((rule) => rule.id);

    assert.deepEqual(ids, [...new Set(ids)]);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id)),
      [],
    );
  });

  it('have a sentence as their reason and a public source', () => {
    const incomplete = allRules().filter(
      ({ reason, source }) =>
        !/^[A-Za-z0-9].*\.$/.test(reason) || !/^[\w./-]+@[\w.-]+:[\w./-]+$/.test(source),
    );

    assert.deepEqual(
      incomplete.map((rule) => rule.id),
      [],
    );
  });

  it('have a broken and a sound example each', () => {
    const broken = new Set(RULE_CASES.map((one) => one.rule));
    const sound = new Set(
      RULE_CASES.filter((one) => one.sound !== undefined).map((one) => one.rule),
    );

    assert.deepEqual(
      Object.values(ruleSets())
        .flatMap(rulesOf)
        .filter(({ id }) => !broken.has(id) || !sound.has(id))
        .map(({ id }) => id),
      [],
    );
  });

  it('that are checked elsewhere stand in the table too', () => {
    const used = ['constructs', 'lib', 'stacks'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.startsWith('rules/'))
        .flatMap((file) => [...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(RULE_USED)])
        .map(([, id]) => id),
    );

    assert.deepEqual([...new Set(used)].sort(), OTHER_RULES.map(({ id }) => id).sort());
  });

  it('say what is wrong in less than a page, however long it is', () => {
    const long = RULE_CASES.flatMap(({ rule, broken }) =>
      issuesOf(broken, ruleSets())
        .filter((issue) => formatIssue(issue).length > MOST_TEXT)
        .map(() => rule),
    );

    assert.deepEqual(long, []);
  });

  for (const { rule, broken, says, sound } of RULE_CASES) {
    describe(rule, () => {
      it(`says ${says.split('\n')[0]}`, () => {
        const issues = issuesOf(broken, ruleSets());

        assert.equal(issues.map(formatIssue).join('\n'), says);
        assert.ok(issues.some((issue) => issue.rule === rule));
      });

      it('says nothing when it is switched off', () => {
        const issues = issuesOf(broken, without(ruleSets(), rule));

        assert.deepEqual(
          issues.filter((issue) => issue.rule === rule),
          [],
        );
      });

      if (sound === undefined) return;
      it('accepts what is close to it', () => {
        assert.deepEqual(issuesOf(sound, ruleSets()), []);
      });
    });
  }
});
