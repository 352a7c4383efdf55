import { POD_SECURITY_SET_RULES } from '../addons/rules/pod-security/pod-security-rules';
import {
  RESOURCE_SET_OBJECT_RULES,
  RESOURCE_SET_PAYLOAD_RULES,
} from '../addons/rules/resource-set-object-rules';
import { once } from '../base/once';
import { always, type RuleGroup, when } from '../base/rule';
import {
  CLUSTER_OBJECT_RULES,
  HEALTH_CHECK_OBJECT_RULES,
  TOPOLOGY_OBJECT_RULES,
} from '../cluster/rules/core-object-rules';
import { DEPLOYMENT_OBJECT_RULES } from '../cluster/rules/deployment-object-rules';
import { NAMING_OBJECT_RULES } from '../cluster/rules/naming-object-rules';
import { isOfKind, type ObjectSubject } from '../cluster/rules/object-rule';
import type { ObjectSetSubject } from '../cluster/rules/object-set-rule';
import { TAINT_OBJECT_RULES } from '../cluster/rules/taint-object-rules';
import { VERSION_OBJECT_RULES } from '../cluster/rules/version-object-rules';
import { CLOUD_CONFIG_OBJECT_RULES } from '../kubeadm/rules/cloud-config-object-rules';
import { IGNITION_OBJECT_RULES } from '../kubeadm/rules/ignition-object-rules';
import {
  CONTROL_PLANE_OBJECT_RULES,
  KUBEADM_OBJECT_RULES,
} from '../kubeadm/rules/kubeadm-object-rules';
import { SKIPPED_PHASE_RULES } from '../kubeadm/rules/skipped-phase-rules';
import type { ProviderRules } from '../provider/provider';
import { OBJECT_SET_RULES } from './object-set-rules';
import { allProviders } from './provider-registry';

const CORE = 'cluster.x-k8s.io';
const BOOTSTRAP = 'bootstrap.cluster.x-k8s.io';
const CONTROL_PLANE = 'controlplane.cluster.x-k8s.io';

const isControlPlane = isOfKind(
  CONTROL_PLANE,
  'KubeadmControlPlane',
  'KubeadmControlPlaneTemplate',
);
const isBootstrap = isOfKind(BOOTSTRAP, 'KubeadmConfig', 'KubeadmConfigTemplate');
const isMachineSet = isOfKind(CORE, 'MachineDeployment', 'MachineSet');

const isTainted = isOfKind(CORE, 'Machine', 'MachineDeployment', 'MachinePool', 'MachineSet');

/** Rules on finished objects that mirror the admission webhooks. */
export const objectGroups = once((): readonly RuleGroup<ObjectSubject>[] => [
  when(isOfKind(CORE, 'Cluster'), ...CLUSTER_OBJECT_RULES),
  when(isOfKind(CORE, 'Cluster', 'ClusterClass'), ...TOPOLOGY_OBJECT_RULES),
  ...rulesOfProviders().flatMap((rules) => rules.object ?? []),
  when(
    (one) => isControlPlane(one) || isBootstrap(one),
    ...KUBEADM_OBJECT_RULES,
    ...IGNITION_OBJECT_RULES,
    ...CLOUD_CONFIG_OBJECT_RULES,
  ),
  when(isControlPlane, ...CONTROL_PLANE_OBJECT_RULES),
  when((one) => isControlPlane(one) || isMachineSet(one), ...NAMING_OBJECT_RULES),
  when(
    (one) => isControlPlane(one) || isTainted(one),
    ...TAINT_OBJECT_RULES,
    ...VERSION_OBJECT_RULES,
  ),
  when(isMachineSet, ...DEPLOYMENT_OBJECT_RULES),
  when(isOfKind(CORE, 'MachineHealthCheck'), ...HEALTH_CHECK_OBJECT_RULES),
  when(isOfKind('addons.cluster.x-k8s.io', 'ClusterResourceSet'), ...RESOURCE_SET_OBJECT_RULES),
]);

/** Rules on the finished objects of a cluster together. */
export const objectSetGroups = once((): readonly RuleGroup<ObjectSetSubject>[] => [
  always(
    ...OBJECT_SET_RULES,
    ...SKIPPED_PHASE_RULES,
    ...RESOURCE_SET_PAYLOAD_RULES,
    ...POD_SECURITY_SET_RULES,
  ),
  ...rulesOfProviders().flatMap((rules) => rules.objectSet ?? []),
]);

function rulesOfProviders(): readonly ProviderRules[] {
  return [...allProviders().values()].map(({ rules }) => rules);
}
