import { ruleSets } from '../../../lib/assembly/rule-sets';
import type { FixShare } from '../../../lib/assembly/rules-page';
import { changeOf } from '../../../lib/base/fix';
import { RULE_CASES } from '../../lib/assembly/cases/index';
import { issuesOf } from '../../lib/assembly/rule-case';

/** Counts the fixes in the examples of the rules. */
export function fixShare(): FixShare {
  const issues = RULE_CASES.flatMap(({ rule, broken }) =>
    issuesOf(broken, ruleSets()).filter((issue) => issue.rule === rule),
  );
  const changes = issues.filter(({ fix }) => changeOf(fix) !== undefined);
  return {
    changes: changes.length,
    mistakes: issues.length,
    rulesWithChanges: new Set(changes.map(({ rule }) => rule)).size,
    rules: new Set(issues.map(({ rule }) => rule)).size,
  };
}
