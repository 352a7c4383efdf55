import type { Issue } from '../base/errors';
import { Findings } from '../base/rule';
import type { CidrPlanModel } from '../fleet/model/cidr-plan';
import { ruleSets } from './rule-sets';
import type { RuleSets } from './rule-tables';

/** Finds every mistake in a plan of address ranges. */
export function checkCidrPlan(plan: CidrPlanModel, rules: RuleSets = ruleSets()): Issue[] {
  const findings = new Findings();
  findings.run(rules.cidrPlan, plan);
  return findings.issues;
}
