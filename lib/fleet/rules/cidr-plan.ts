import { RULE_SETS } from '../../assembly/rule-sets';
import type { Issue } from '../../base/errors';
import { Findings } from '../../base/rule';
import type { RuleSets } from '../../cluster/rules/subjects';
import type { CidrPlanModel } from '../model/cidr-plan';

/** Finds every mistake in a plan of address ranges. */
export function checkCidrPlan(plan: CidrPlanModel, rules: RuleSets = RULE_SETS): Issue[] {
  const findings = new Findings();
  findings.run(rules.cidrPlan, plan);
  return findings.issues;
}
