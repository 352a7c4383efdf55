import assert from 'node:assert/strict';
import { changeOf, fixText } from '../../../lib/fix';
import { RULE_SETS } from '../../../lib/rules/rule-sets';
import { applyChange } from '../../support/fixes/apply-change';
import { newIssues } from '../../support/fixes/helps';
import { RULE_CASES } from './cases/index';
import { issuesOf } from './rule-case';

describe('fixes that are one change', () => {
  for (const { rule, broken } of RULE_CASES) {
    const before = issuesOf(broken, RULE_SETS);
    for (const issue of before.filter((one) => one.rule === rule)) {
      const change = changeOf(issue.fix);
      if (change === undefined) continue;
      it(`mend ${rule}: ${issue.prop}, ${fixText(change)}`, () => {
        const mended = applyChange(broken, issue, change);

        assert.ok(mended !== undefined, 'there is no such prop');
        assert.deepEqual(newIssues(before, issue, issuesOf(mended, RULE_SETS)), []);
      });
    }
  }
});
