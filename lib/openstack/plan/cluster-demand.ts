import type { ClusterPlan } from './cluster-plan';
import { type Demand, type FlavorSize, itemDemand, machineDemand, statedSize, sum } from './demand';
import { type MachineGroup, machineGroups } from './machine-groups';
import { managedGroups, managedResources } from './managed-resources';
import { managedRuleCount } from './managed-rules';
import { isResource, type PlannedResource } from './plan';

/** What of a cluster is counted; without any of these, all of it at its largest. */
export interface Census {
  /**
   * Tells whether a resource is counted.
   *
   * @default - all are
   */
  readonly holds?: (resource: PlannedResource) => boolean;
  /**
   * Number of a group's machines that are counted.
   *
   * @default - the most that there are at a time
   */
  readonly machines?: (group: MachineGroup) => number;
  /**
   * Size of a flavor.
   *
   * @default - as the program states it
   */
  readonly sizeOf?: (flavor: string) => FlavorSize | undefined;
}

/**
 * What a cluster takes of its project: what is provisioned, what Cluster API makes, and its machines.
 *
 * By default that is with every pool at its largest, and every group of machines being replaced.
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
