import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { groupsOf, namespaceKey } from '../../cluster/rules/fleet-groups';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import { FLEET_ADDRESS_RULES } from './fleet-address-rules';

const CERTIFICATES = ['kubeconfig', 'ca', 'etcd', 'proxy', 'sa'];

/** Rules on all clusters together, whoever makes their machines. */
export const FLEET_RULES: readonly Rule<FleetSummary>[] = [
  {
    id: 'cluster-unique',
    reason: 'A management cluster has one Cluster of each name in a namespace.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/cluster.go',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => `${namespaceKey(one)}/${one.name}`)) {
        for (const cluster of group.slice(1)) {
          refuse(
            { path: cluster.path, prop: 'name' },
            {
              given: cluster.name,
              allowed: `a name that no other cluster in ${namespaceKey(cluster)} has`,
              fix: nameIt(`${cluster.name}-2`),
            },
          );
        }
      }
    },
  },
  {
    id: 'shared-namespace-names',
    reason:
      'Objects of two clusters in one namespace would have one name, and overwrite each other.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/api/owner-references.md',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, namespaceKey)) {
        const owners = new Map<string, ClusterSummary>();
        for (const cluster of group) {
          const clash = objectNames(cluster).find((name) => owners.has(name));
          for (const name of objectNames(cluster)) if (!owners.has(name)) owners.set(name, cluster);
          const owner = owners.get(clash ?? '');
          if (clash === undefined || owner === undefined || owner.name === cluster.name) continue;
          refuse(
            { path: cluster.path, prop: 'namespace' },
            {
              given: cluster.namespace,
              allowed: `a namespace without the ${clash} of ${owner.path}`,
              fix: 'leave namespace out to have one of its own',
            },
          );
        }
      }
    },
  },
  ...FLEET_ADDRESS_RULES,
];

/** Names of objects in the namespace, each with what it is. */
function objectNames({ name, deployments, objects }: ClusterSummary): string[] {
  return [
    `machines ${name}-control-plane`,
    ...deployments.map((deployment) => `machines ${deployment}`),
    ...CERTIFICATES.map((suffix) => `Secret ${name}-${suffix}`),
    ...objects,
  ];
}
