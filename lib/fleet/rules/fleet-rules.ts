import { nameIt, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import { IDENTITY_FLEET_RULES } from '../../openstack/rules/identity-fleet-rules';
import { SHARED_NETWORK_RULES } from '../../openstack/rules/shared-network-rules';
import { SEALED_FLEET_RULES } from '../../secrets/rules/sealed-fleet-rules';
import { FLEET_ADDRESS_RULES } from './fleet-address-rules';
import { groupsOf, namespaceKey } from './fleet-groups';

const RESOURCE_NAMES = 'CAPO@v0.14.7:pkg/utils/names/names.go';
const CERTIFICATES = ['kubeconfig', 'ca', 'etcd', 'proxy', 'sa'];

/** Rules on all clusters together. */
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
    id: 'cloud-name-unique',
    reason:
      'What is provisioned is named <management cluster>-<cluster>, and found by that name in the project.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
    check({ clusters }, refuse) {
      const keyOf = (one: ClusterSummary) => `${one.cloud} ${one.cloudName}`;
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        for (const cluster of others) {
          if (first === undefined || first.managementCluster === cluster.managementCluster)
            continue;
          refuse(
            { path: cluster.path, prop: 'name' },
            {
              given: cluster.name,
              allowed: `a name with which ${JSON.stringify(cluster.cloudName)} is not ${first.path} as well`,
              fix: nameIt(`${cluster.name}-2`),
            },
          );
        }
      }
    },
  },
  {
    id: 'openstack-name-unique',
    reason:
      'The provider names what it makes <namespace>-<cluster>, and takes what has the name in the project for its own.',
    source: RESOURCE_NAMES,
    check({ clusters }, refuse) {
      const keyOf = (one: ClusterSummary) => `${one.cloud} ${one.namespace}-${one.name}`;
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        if (first === undefined) continue;
        for (const cluster of others) {
          if (isSameObject(first, cluster)) continue;
          refuse(
            { path: cluster.path, prop: 'name' },
            {
              given: cluster.name,
              allowed: `a name for which "${cluster.namespace}-${cluster.name}" is not that of ${first.path} in ${cluster.cloud}`,
              fix: nameIt(`${cluster.name}-2`, { or: 'give it another namespace' }),
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
  {
    id: 'cloud-controller-name-unique',
    reason:
      'Cloud controllers find their load balancers by this name, and delete those of another cluster that has it too.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
    check({ clusters }, refuse) {
      refuseSharedNames(clusters, 'controllers', refuse);
    },
  },
  {
    id: 'volume-cluster-name-unique',
    reason:
      'Volumes carry this name, by which what clears up after a cluster finds those of another that has it too.',
    source: 'CPO@HEAD:docs/cinder-csi-plugin/using-cinder-csi-plugin.md',
    check({ clusters }, refuse) {
      refuseSharedNames(clusters, 'volumeDrivers', refuse);
    },
  },
  ...FLEET_ADDRESS_RULES,
  {
    id: 'cluster-identity-equal',
    reason:
      'An OpenStackClusterIdentity has no namespace; each name stands once in a management cluster.',
    source: 'CAPO@v0.14.7:docs/book/src/topics/openstack-cluster-identity.md',
    check({ clusters }, refuse) {
      const first = new Map<string, ClusterSummary>();
      for (const cluster of clusters) {
        const { identity, managementCluster } = cluster;
        if (identity === undefined) continue;
        const key = `${managementCluster}/${identity.name}`;
        const other = first.get(key);
        if (other === undefined) first.set(key, cluster);
        if (other === undefined || other.identity?.contents === identity.contents) continue;
        refuse(
          { path: cluster.path, prop: 'credentials.identityName' },
          {
            given: identity.name,
            allowed: `the secretRef, source and namespaceSelector that ${other.path} gives it, or another name`,
            fix: write(`${identity.name}-2`, { or: `use one CloudCredentials for both` }),
          },
        );
      }
    },
  },
  ...IDENTITY_FLEET_RULES,
  ...SEALED_FLEET_RULES,
  ...SHARED_NETWORK_RULES,
];

/** Reports addons that use the cluster name of one in another cluster on the same cloud. */
function refuseSharedNames(
  clusters: readonly ClusterSummary[],
  field: 'controllers' | 'volumeDrivers',
  refuse: Refuse,
): void {
  const owners = new Map<string, string>();
  for (const { cloud, path: cluster, managementCluster, name: own, [field]: addons } of clusters) {
    for (const { path, name } of addons) {
      const owner = owners.get(`${cloud} ${name}`);
      if (owner === undefined) owners.set(`${cloud} ${name}`, cluster);
      if (owner === undefined || owner === cluster) continue;
      refuse(
        { path, prop: 'clusterName' },
        {
          given: name,
          allowed: `a name that no other cluster on ${cloud} has; ${owner} has this one`,
          fix: `write clusterName: ${JSON.stringify(`${managementCluster}-${own}`)}`,
        },
      );
    }
  }
}

function isSameObject(a: ClusterSummary, b: ClusterSummary): boolean {
  return a.name === b.name && namespaceKey(a) === namespaceKey(b);
}

/** Names of objects in the namespace, each with what it is. */
function objectNames({ name, deployments, addons, objects }: ClusterSummary): string[] {
  return [
    `machines ${name}-control-plane`,
    ...deployments.map((deployment) => `machines ${deployment}`),
    ...addons.map((addon) => `addon ${name}-${addon}`),
    ...CERTIFICATES.map((suffix) => `Secret ${name}-${suffix}`),
    ...objects,
  ];
}
