import type { Issue } from '../errors';
import type { CidrPlanModel } from '../model/cidr-plan';
import { Findings } from './rule';
import { RULE_SETS } from './rule-sets';
import type { RuleSets } from './subjects';

/** Finds every mistake in a plan of address ranges. */
export function checkCidrPlan(plan: CidrPlanModel, rules: RuleSets = RULE_SETS): Issue[] {
  const findings = new Findings();
  findings.run(rules.cidrPlan, plan);
  return findings.issues;
}
