import type { ClusterPlan } from './cluster-plan';
import { type Demand, type FlavorSize, itemDemand, machineDemand, statedSize, sum } from './demand';
import { type MachineGroup, machineGroups } from './machine-groups';
import { managedGroups, managedResources } from './managed-resources';
import { managedRuleCount } from './managed-rules';
import { isResource, type PlannedResource } from './plan';

/** Options for counting a cluster; by default everything counts, at its largest size. */
export interface Census {
  /**
   * Tells whether a resource is counted.
   *
   * @default - every resource is counted
   */
  readonly holds?: (resource: PlannedResource) => boolean;
  /**
   * Number of machines of a group to count.
   *
   * @default - the largest number at a time
   */
  readonly machines?: (group: MachineGroup) => number;
  /**
   * Size of a flavor.
   *
   * @default - the size that the program states
   */
  readonly sizeOf?: (flavor: string) => FlavorSize | undefined;
}

/**
 * Computes the quota that a cluster uses: provisioned resources, resources that Cluster API creates, and machines.
 *
 * By default every pool is at its largest size and every group of machines is being replaced.
 */
export function clusterDemand({ cluster, items }: ClusterPlan, census: Census = {}): Demand {
  const { holds = () => true, machines = ({ largest }) => largest } = census;
  const { sizeOf = (flavor) => statedSize(cluster, flavor) } = census;
  return sum([
    itemDemand(items.filter(isResource).filter(holds)),
    itemDemand(managedResources(cluster).filter(holds)),
    ...managedGroups(cluster)
      .filter(({ resource }) => holds(resource))
      .map(({ role }) => ({ securityGroupRules: managedRuleCount(cluster, role) })),
    ...machineGroups(cluster).map((group) =>
      machineDemand(group, machines(group), sizeOf(group.machine.size)),
    ),
  ]);
}
