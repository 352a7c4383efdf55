import assert from 'node:assert/strict';
import { formatIssue, type Issue } from '../../../../lib/base/errors';
import { Findings, type RuleGroup } from '../../../../lib/base/rule';
import * as groups from '../../../../lib/vsphere/rules/groups';
import type { VSphereModel } from '../../../support/vsphere-models';
import { FinishedObject } from '../../assembly/rule-case';
import { VCENTER_CASES } from './cases/vcenter-cases';
import { VM_CASES } from './cases/vm-cases';
import { VSPHERE_CLUSTER_CASES } from './cases/vsphere-cluster-cases';
import { VSPHERE_OBJECT_CASES } from './cases/vsphere-object-cases';

const CASES = [...VCENTER_CASES, ...VSPHERE_CLUSTER_CASES, ...VM_CASES, ...VSPHERE_OBJECT_CASES];

describe('rules of vSphere', () => {
  it('have a broken and a sound example each', () => {
    const broken = new Set(CASES.map(({ rule }) => rule));
    const sound = new Set(CASES.flatMap(({ rule, sound }) => (sound === undefined ? [] : rule)));
    const all = Object.values<readonly RuleGroup<never>[]>(groups).flatMap((list) =>
      list.flatMap(({ rules }) => rules.map(({ id }) => id)),
    );

    assert.deepEqual(
      all.filter((id) => !broken.has(id) || !sound.has(id)),
      [],
    );
    assert.deepEqual(all, [...new Set(all)]);
  });

  for (const { rule, broken, says, sound } of CASES) {
    it(`say ${says.split('\n')[0]}`, () => {
      const issues = issuesOf(broken);

      assert.equal(issues.map(formatIssue).join('\n'), says);
      assert.ok(issues.some((issue) => issue.rule === rule));
      if (sound !== undefined) assert.deepEqual(issuesOf(sound), []);
    });
  }
});

function issuesOf(checked: VSphereModel | FinishedObject): readonly Issue[] {
  const findings = new Findings();
  if (checked instanceof FinishedObject) {
    findings.run(groups.VSPHERE_OBJECT_GROUPS, { path: 'mothership/demo', ...checked });
    return findings.issues;
  }
  const { cloud, controlPlane, pools, addons } = checked;
  findings.run(groups.VSPHERE_CLOUD_GROUPS, cloud);
  findings.run(groups.VSPHERE_CLUSTER_GROUPS, checked);
  findings.run(groups.VSPHERE_CONTROL_PLANE_GROUPS, { cluster: checked, controlPlane });
  for (const machine of [controlPlane, ...pools]) {
    findings.run(groups.VSPHERE_MACHINE_GROUPS, { cluster: checked, machine });
  }
  for (const pool of pools) findings.run(groups.VSPHERE_POOL_GROUPS, { cluster: checked, pool });
  for (const addon of addons)
    findings.run(groups.VSPHERE_ADDON_GROUPS, { cluster: checked, addon });
  return findings.issues;
}
