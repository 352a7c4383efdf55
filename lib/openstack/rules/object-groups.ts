import { always, type RuleGroup, when } from '../../base/rule';
import { GROUPS } from '../../cluster/render/context';
import { isOfKind, type ObjectSubject } from '../../cluster/rules/object-rule';
import type { ObjectSetSubject } from '../../cluster/rules/object-set-rule';
import { ENDPOINT_OBJECT_RULES } from './endpoint-object-rules';
import {
  INFRASTRUCTURE_OBJECT_RULES,
  WHOLE_INFRASTRUCTURE_RULES,
} from './infrastructure-object-rules';
import { MACHINE_LOOKUP_OBJECT_RULES } from './machine-lookup-object-rules';
import { MACHINE_OBJECT_RULES, MACHINE_TEMPLATE_OBJECT_RULES } from './machine-object-rules';
import { NETWORK_OBJECT_RULES, WHOLE_NETWORK_RULES } from './network-object-rules';
import { RENAMED_FIELD_RULES } from './renamed-field-rules';

const { infrastructure: GROUP } = GROUPS;

const isCluster = isOfKind(GROUP, 'OpenStackCluster');
const isAnyCluster = isOfKind(GROUP, 'OpenStackCluster', 'OpenStackClusterTemplate');
const isMachine = isOfKind(GROUP, 'OpenStackMachine', 'OpenStackMachineTemplate');

/** Rules on rendered objects, which mirror the admission webhooks. */
export const OPENSTACK_OBJECT_GROUPS: readonly RuleGroup<ObjectSubject>[] = [
  when(isAnyCluster, ...INFRASTRUCTURE_OBJECT_RULES, ...NETWORK_OBJECT_RULES),
  when(isCluster, ...WHOLE_INFRASTRUCTURE_RULES, ...WHOLE_NETWORK_RULES),
  when(
    (one) => isAnyCluster(one) || isMachine(one),
    ...MACHINE_LOOKUP_OBJECT_RULES,
    ...RENAMED_FIELD_RULES,
  ),
  when(isOfKind(GROUP, 'OpenStackMachineTemplate'), ...MACHINE_TEMPLATE_OBJECT_RULES),
  when(isMachine, ...MACHINE_OBJECT_RULES),
];

/** Rules across the rendered objects of a cluster. */
export const OPENSTACK_OBJECT_SET_GROUPS: readonly RuleGroup<ObjectSetSubject>[] = [
  always(...ENDPOINT_OBJECT_RULES),
];
