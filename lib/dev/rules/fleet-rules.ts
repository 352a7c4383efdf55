import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { groupsOf } from '../../cluster/rules/fleet-groups';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';

/** Rules across all clusters of a Docker daemon. */
export const FLEET_RULES: readonly Rule<FleetSummary>[] = [
  {
    id: 'dev-cluster-name',
    reason: 'Containers are named only after their cluster, regardless of its namespace.',
    source: 'CAPI@v1.13.7:test/infrastructure/docker/internal/docker/loadbalancer.go',
    check({ clusters }, refuse) {
      const keyOf = ({ cloud, name }: ClusterSummary) => `${cloud} ${name}`;
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        for (const { path, name } of others) {
          refuse(
            { path, prop: 'name' },
            {
              given: name,
              allowed: `a name that no other cluster of the cloud has; ${first?.path} has this one`,
              fix: nameIt(`${name}-2`),
            },
          );
        }
      }
    },
  },
];
