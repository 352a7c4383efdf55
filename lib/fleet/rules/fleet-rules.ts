import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { groupsOf, namespaceKey } from '../../cluster/rules/fleet-groups';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import { FLEET_ADDRESS_RULES } from './fleet-address-rules';

const CERTIFICATES = ['kubeconfig', 'ca', 'etcd', 'proxy', 'sa'];

/** Rules on all clusters, whichever their providers are. */
export const FLEET_RULES: readonly Rule<FleetSummary>[] = [
  {
    id: 'cluster-unique',
    reason:
      'Clusters with the same name in one namespace of a management cluster overwrite each other.',
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
    reason: 'Objects of two clusters with the same name in one namespace overwrite each other.',
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
              fix: 'leave namespace out to get one of its own',
            },
          );
        }
      }
    },
  },
  ...FLEET_ADDRESS_RULES,
];

/** Returns the names of objects in the namespace, each with its kind. */
function objectNames({ name, deployments, objects }: ClusterSummary): string[] {
  return [
    `machines ${name}-control-plane`,
    ...deployments.map((deployment) => `machines ${deployment}`),
    ...CERTIFICATES.map((suffix) => `Secret ${name}-${suffix}`),
    ...objects,
  ];
}
