import assert from 'node:assert/strict';
import { formatIssue } from '../../../lib/errors';
import { RULE_SETS, RULES } from '../../../lib/rules/rule-sets';
import { RULE_CASES } from './cases/index';
import { issuesOf, without } from './rule-case';

describe('rules', () => {
  it('have names of their own, in words joined by dashes', () => {
    const ids = RULES.map((rule) => rule.id);

    assert.deepEqual(ids, [...new Set(ids)]);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id)),
      [],
    );
  });

  it('have a sentence as their reason and a public source', () => {
    const incomplete = RULES.filter(
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
      RULES.filter(({ id }) => !broken.has(id) || !sound.has(id)).map(({ id }) => id),
      [],
    );
  });

  for (const { rule, broken, says, sound } of RULE_CASES) {
    describe(rule, () => {
      it(`says ${says.split('\n')[0]}`, () => {
        const issues = issuesOf(broken, RULE_SETS);

        assert.equal(issues.map(formatIssue).join('\n'), says);
        assert.ok(issues.some((issue) => issue.rule === rule));
      });

      it('says nothing when it is switched off', () => {
        const issues = issuesOf(broken, without(RULE_SETS, rule));

        assert.deepEqual(
          issues.filter((issue) => issue.rule === rule),
          [],
        );
      });

      if (sound === undefined) return;
      it('accepts what is close to it', () => {
        assert.deepEqual(issuesOf(sound, RULE_SETS), []);
      });
    });
  }
});
