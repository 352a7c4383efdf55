import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ruleSets } from '../../../lib/assembly/rule-sets';
import { formatIssue, type Issue } from '../../../lib/base/errors';
import { changeOf, fixText } from '../../../lib/base/fix';
import { applyChange } from '../../support/fixes/apply-change';
import { edited } from '../../support/fixes/edit';
import { newIssues } from '../../support/fixes/helps';
import { mutation } from '../../support/fixes/mutations';
import { isTyped } from '../../support/fixes/typed-prop';
import { PROFILES } from '../../support/models';
import type { AssembledCluster } from '../../support/openstack-cluster';
import { randomProgram, tryBuild } from '../../support/random/random-program';
import { randomRuns } from '../../support/random/random-runs';
import { RULE_CASES } from './cases/index';
import { type Checked, FinishedObject, FinishedSet, issuesOf } from './rule-case';

/** Models without a mistake, each close to one of some rule. */
const SOUND: readonly Checked[] = RULE_CASES.flatMap(({ sound }) =>
  sound === undefined || sound instanceof FinishedObject || sound instanceof FinishedSet
    ? []
    : [sound],
);

describe('fixes that are one change', () => {
  for (const { rule, broken } of RULE_CASES) {
    const before = issuesOf(broken, ruleSets());
    for (const issue of before.filter((one) => one.rule === rule)) {
      const change = changeOf(issue.fix);
      if (change === undefined) continue;
      it(`fix ${rule}: ${issue.prop}, ${fixText(change)}`, () => {
        assertHelps(broken, before, issue);
      });
    }
  }

  it('are of props that the typings have', () => {
    const untyped = RULE_CASES.flatMap(({ rule, broken }) =>
      issuesOf(broken, ruleSets())
        .filter((issue) => issue.rule === rule)
        .flatMap((issue) => {
          const change = changeOf(issue.fix);
          const clusters = clustersOf(broken);
          if (change === undefined || clusters.length === 0) return [];
          const [path, prop] = [change.path ?? issue.path, change.prop ?? issue.prop];
          return clusters.some((one) => isTyped(one, path, prop)) ? [] : [`${path} ${prop}`];
        }),
    );

    assert.deepEqual(untyped, []);
  });

  it('fix models that are broken at random', () => {
    const broken = fc
      .constantFrom(...SOUND)
      .chain((sound) =>
        mutation(sound).map(({ keys, value }) => edited(sound, keys, () => value) as Checked),
      );

    fc.assert(fc.property(broken, assertAllHelp), randomRuns(600));
  });

  it('fix random programs that are broken at random', () => {
    const [versions = ['1.14', '0.14']] = PROFILES.slice(-2);
    const broken = randomProgram({ versions, gates: true }).chain((program) => {
      const model = tryBuild(program, versions)?.model();
      if (model === undefined) return fc.constant(undefined);
      return mutation(model).map(({ keys, value }) => edited(model, keys, () => value) as Checked);
    });

    fc.assert(
      fc.property(broken, (model) => model === undefined || assertAllHelp(model)),
      randomRuns(100),
    );
  });
});

function clustersOf(checked: Checked): readonly AssembledCluster[] {
  const all: readonly object[] = Array.isArray(checked) ? checked : [checked];
  return all.filter((one): one is AssembledCluster => 'controlPlane' in one);
}

function assertAllHelp(broken: Checked): void {
  const before = tryIssues(broken);
  for (const issue of before) {
    if (changeOf(issue.fix) !== undefined) assertHelps(broken, before, issue);
  }
}

/** What rules say; a value of another type is refused before them, and they may give up on it. */
function tryIssues(checked: Checked): readonly Issue[] {
  try {
    return issuesOf(checked, ruleSets());
  } catch (error) {
    if (error instanceof TypeError) return [];
    throw error;
  }
}

function assertHelps(broken: Checked, before: readonly Issue[], issue: Issue): void {
  const change = changeOf(issue.fix);
  if (change === undefined) return;
  const fixed = applyChange(broken, issue, change);

  assert.ok(fixed !== undefined, `there is no such prop: ${formatIssue(issue)}`);
  const found = newIssues(before, issue, issuesOf(fixed, ruleSets()));
  assert.deepEqual(found, [], `after what is said: ${formatIssue(issue)}`);
}
