import { ADDON_RULES, CLUSTER_ADDON_RULES } from './addon-rules';
import { CONTROL_PLANE_ARGUMENT_RULES, KUBELET_ARGUMENT_RULES } from './argument-rules';
import { CAPACITY_RULES } from './capacity-rules';
import { CLOUD_RULES } from './cloud-rules';
import { CONTROL_PLANE_RULES } from './control-plane-rules';
import { CREDENTIAL_RULES } from './credential-rules';
import { ENDPOINT_RULES } from './endpoint-rules';
import { FLEET_RULES } from './fleet-rules';
import { HEALTH_CHECK_RULES } from './health-check-rules';
import { CLUSTER_LABEL_RULES, MACHINE_LABEL_RULES, POOL_LABEL_RULES } from './label-rules';
import { LOAD_BALANCER_RULES } from './load-balancer-rules';
import { CLOUD_LOOKUP_RULES, CLUSTER_LOOKUP_RULES, MACHINE_LOOKUP_RULES } from './lookup-rules';
import {
  CLUSTER_TAG_RULES,
  CONTROL_PLANE_PLACEMENT_RULES,
  MACHINE_RULES,
  POOL_PLACEMENT_RULES,
} from './machine-rules';
import { ADDON_NAME_RULES, CLUSTER_NAME_RULES, POOL_NAME_RULES } from './naming-rules';
import { NETWORK_RULES } from './network-rules';
import { POOL_SIZE_RULES } from './pool-size-rules';
import { PROVIDER_RULES } from './provider-rules';
import { RANGE_RULES } from './range-rules';
import type { RuleFacts } from './rule';
import { SECURITY_GROUP_RULES } from './security-group-rules';
import type { RuleSets } from './subjects';
import { TAINT_RULES } from './taint-rules';
import { CONTROL_PLANE_USER_DATA_RULES, POOL_USER_DATA_RULES } from './user-data-rules';
import { POOL_VERSION_RULES, VERSION_RULES } from './version-rules';

/** Every rule, by what it looks at. */
export const RULE_SETS: RuleSets = {
  providers: PROVIDER_RULES,
  cloud: [...CLOUD_RULES, ...CLOUD_LOOKUP_RULES],
  cluster: [
    ...CLUSTER_NAME_RULES,
    ...VERSION_RULES,
    ...CLUSTER_LABEL_RULES,
    ...CLUSTER_TAG_RULES,
    ...CREDENTIAL_RULES,
    ...RANGE_RULES,
    ...NETWORK_RULES,
    ...CLUSTER_LOOKUP_RULES,
    ...ENDPOINT_RULES,
    ...LOAD_BALANCER_RULES,
    ...SECURITY_GROUP_RULES,
    ...CLUSTER_ADDON_RULES,
  ],
  controlPlane: [
    ...CONTROL_PLANE_RULES,
    ...CONTROL_PLANE_PLACEMENT_RULES,
    ...CONTROL_PLANE_ARGUMENT_RULES,
    ...CONTROL_PLANE_USER_DATA_RULES,
  ],
  machine: [
    ...MACHINE_RULES,
    ...MACHINE_LOOKUP_RULES,
    ...MACHINE_LABEL_RULES,
    ...KUBELET_ARGUMENT_RULES,
    ...HEALTH_CHECK_RULES,
  ],
  pool: [
    ...POOL_NAME_RULES,
    ...POOL_VERSION_RULES,
    ...POOL_SIZE_RULES,
    ...POOL_PLACEMENT_RULES,
    ...POOL_LABEL_RULES,
    ...TAINT_RULES,
    ...CAPACITY_RULES,
    ...POOL_USER_DATA_RULES,
  ],
  addon: [...ADDON_NAME_RULES, ...ADDON_RULES],
  fleet: FLEET_RULES,
};

/** The whole table of rules. */
export const RULES: readonly RuleFacts[] = Object.values(RULE_SETS).flat();
