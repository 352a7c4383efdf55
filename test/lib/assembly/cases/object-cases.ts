import type { AssembledCluster } from '../../../support/openstack-cluster';
import { type FieldPatch, patchedObject, VERSIONS } from '../../../support/patched-objects';
import { CORE_OBJECT_CASES } from '../../cluster/rules/cases/core-object-cases';
import { DEPLOYMENT_OBJECT_CASES } from '../../cluster/rules/cases/deployment-object-cases';
import { NAMING_OBJECT_CASES } from '../../cluster/rules/cases/naming-object-cases';
import { TAINT_OBJECT_CASES } from '../../cluster/rules/cases/taint-object-cases';
import { VERSION_OBJECT_CASES } from '../../cluster/rules/cases/version-object-cases';
import { CLOUD_CONFIG_OBJECT_CASES } from '../../kubeadm/rules/cases/cloud-config-object-cases';
import { IGNITION_OBJECT_CASES } from '../../kubeadm/rules/cases/ignition-object-cases';
import { KUBEADM_OBJECT_CASES } from '../../kubeadm/rules/cases/kubeadm-object-cases';
import { INFRASTRUCTURE_OBJECT_CASES } from '../../openstack/rules/cases/infrastructure-object-cases';
import { MACHINE_LOOKUP_CASES } from '../../openstack/rules/cases/machine-lookup-object-cases';
import { MACHINE_OBJECT_CASES } from '../../openstack/rules/cases/machine-object-cases';
import { NETWORK_OBJECT_CASES } from '../../openstack/rules/cases/network-object-cases';
import { FinishedObject, type RuleCase } from '../rule-case';

/** Patches that break a rule, what is said about it, and patches close to them that do not. */
export interface ObjectCase {
  readonly rule: string;
  /** Key of the patched object. */
  readonly key: string;
  readonly broken: readonly FieldPatch[];
  readonly sound?: readonly FieldPatch[];
  readonly says: string;
  /** Versions, with their newest manifests where it is left out. */
  readonly profile?: AssembledCluster['profile'];
  /** Versions of the sound object where they differ. */
  readonly soundProfile?: AssembledCluster['profile'];
}

/** Examples of rules on finished objects. */
export const OBJECT_CASES: readonly RuleCase[] = [
  ...MACHINE_OBJECT_CASES,
  ...MACHINE_LOOKUP_CASES,
  ...INFRASTRUCTURE_OBJECT_CASES,
  ...NETWORK_OBJECT_CASES,
  ...KUBEADM_OBJECT_CASES,
  ...NAMING_OBJECT_CASES,
  ...IGNITION_OBJECT_CASES,
  ...CLOUD_CONFIG_OBJECT_CASES,
  ...TAINT_OBJECT_CASES,
  ...VERSION_OBJECT_CASES,
  ...DEPLOYMENT_OBJECT_CASES,
  ...CORE_OBJECT_CASES,
].map(ruleCase);

function ruleCase(one: ObjectCase): RuleCase {
  const { rule, key, broken, sound, says } = one;
  const profile = one.profile ?? VERSIONS.usual();
  const soundProfile = one.soundProfile ?? profile;
  return {
    rule,
    says,
    broken: new FinishedObject(patchedObject(key, broken, { profile }), profile),
    ...(sound && {
      sound: new FinishedObject(patchedObject(key, sound, { profile: soundProfile }), soundProfile),
    }),
  };
}
