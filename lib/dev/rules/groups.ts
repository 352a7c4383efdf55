import { always, type RuleGroup, when } from '../../base/rule';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import type { MachineSubject, PoolSubject } from '../../cluster/rules/subjects';
import type { DevCloudModel, DevCluster, DevMachine } from '../model/cluster';
import { BOOTSTRAP_RULES } from './bootstrap-rules';
import { CLOUD_RULES, FAILURE_DOMAIN_RULES } from './cloud-rules';
import { FLEET_RULES } from './fleet-rules';
import { MACHINE_RULES } from './machine-rules';

/** Rules for a cloud. */
export const DEV_CLOUD_GROUPS: readonly RuleGroup<DevCloudModel>[] = [always(...CLOUD_RULES)];

/** Rules for machines of control planes and pools. */
export const DEV_MACHINE_GROUPS: readonly RuleGroup<MachineSubject<DevCluster, DevMachine>>[] = [
  always(...MACHINE_RULES),
  when(({ cluster }) => cluster.cloud.backend === 'docker', ...BOOTSTRAP_RULES),
];

/** Rules for a node pool. */
export const DEV_POOL_GROUPS: readonly RuleGroup<PoolSubject<DevCluster>>[] = [
  when(
    ({ pool }) => (pool.failureDomain ?? pool.failureDomains) !== undefined,
    ...FAILURE_DOMAIN_RULES,
  ),
];

/** Rules across all clusters. */
export const DEV_FLEET_GROUPS: readonly RuleGroup<FleetSummary>[] = [always(...FLEET_RULES)];
