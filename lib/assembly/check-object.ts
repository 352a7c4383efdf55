import type { Issue } from '../base/errors';
import { Findings, type RuleGroup } from '../base/rule';
import type { ObjectSubject } from '../cluster/rules/object-rule';
import type { ObjectSetSubject } from '../cluster/rules/object-set-rule';
import { objectGroups, objectSetGroups } from './object-groups';

/** Finds every mistake in a finished object, including its patches. */
export function checkObject(
  subject: ObjectSubject,
  rules: readonly RuleGroup<ObjectSubject>[] = objectGroups(),
): Issue[] {
  const findings = new Findings();
  findings.run(rules, subject);
  return findings.issues;
}

/** Finds mistakes between the finished objects of a cluster. */
export function checkObjectSet(
  subject: ObjectSetSubject,
  rules: readonly RuleGroup<ObjectSetSubject>[] = objectSetGroups(),
): Issue[] {
  const findings = new Findings();
  findings.run(rules, subject);
  return findings.issues;
}
