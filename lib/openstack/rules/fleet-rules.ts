import { nameIt, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import { groupsOf, namespaceKey } from '../../cluster/rules/fleet-groups';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { takenTwice } from '../../cluster/rules/taken-addresses';
import type { CloudSummary } from './cloud-summary';
import { IDENTITY_FLEET_RULES } from './identity-fleet-rules';
import { SHARED_NETWORK_RULES } from './shared-network-rules';

const RESOURCE_NAMES = 'CAPO@v0.14.7:pkg/utils/names/names.go';

/** Rules across all OpenStack clusters. */
export const OPENSTACK_FLEET_RULES: readonly Rule<FleetSummary<CloudSummary>>[] = [
  {
    id: 'cloud-name-unique',
    reason:
      'Provisioned resources are named <management cluster>-<cluster>, and are found by that name in the project.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
    check({ clusters }, refuse) {
      const keyOf = (one: CloudSummary) => `${one.cloud} ${one.cloudName}`;
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        for (const cluster of others) {
          if (first === undefined || first.managementCluster === cluster.managementCluster)
            continue;
          refuse(
            { path: cluster.path, prop: 'name' },
            {
              given: cluster.name,
              allowed: `a name that does not result in ${JSON.stringify(cluster.cloudName)}, which ${first.path} uses`,
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
      'The provider names its resources <namespace>-<cluster>, and adopts those with that name in the project.',
    source: RESOURCE_NAMES,
    check({ clusters }, refuse) {
      const keyOf = (one: CloudSummary) => `${one.cloud} ${one.namespace}-${one.name}`;
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        if (first === undefined) continue;
        for (const cluster of others) {
          if (isSameObject(first, cluster)) continue;
          refuse(
            { path: cluster.path, prop: 'name' },
            {
              given: cluster.name,
              allowed: `a name that does not result in "${cluster.namespace}-${cluster.name}", which ${first.path} uses in ${cluster.cloud}`,
              fix: nameIt(`${cluster.name}-2`, { or: 'use another namespace' }),
            },
          );
        }
      }
    },
  },
  {
    id: 'cloud-controller-name-unique',
    reason:
      'Cloud controllers find their load balancers by this name, and delete those of another cluster with the same name.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
    check({ clusters }, refuse) {
      refuseSharedNames(clusters, 'controllers', refuse);
    },
  },
  {
    id: 'volume-cluster-name-unique',
    reason:
      'Volumes carry this name, and cleaning up after one cluster finds those of another with the same name.',
    source: 'CPO@HEAD:docs/cinder-csi-plugin/using-cinder-csi-plugin.md',
    check({ clusters }, refuse) {
      refuseSharedNames(clusters, 'volumeDrivers', refuse);
    },
  },
  {
    id: 'floating-address-unique',
    reason: 'A floating IP can be associated with only one port.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ clusters }, refuse) {
      const twice = takenTwice(clusters, (one) => one.floatingAddresses);
      for (const { taken, cluster, owner, ownerProp } of twice) {
        refuse(
          { path: cluster.path, prop: taken.prop },
          {
            given: taken.address,
            allowed: `an address other than ${ownerProp} of ${owner.path} in ${cluster.cloud}`,
            fix: 'write another floating IP, or leave it out to have one allocated',
          },
        );
      }
    },
  },
  {
    id: 'cluster-identity-equal',
    reason:
      'An OpenStackClusterIdentity has no namespace, so its name must be unique in a management cluster.',
    source: 'CAPO@v0.14.7:docs/book/src/topics/openstack-cluster-identity.md',
    check({ clusters }, refuse) {
      const first = new Map<string, CloudSummary>();
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
            allowed: `the same secretRef, source and namespaceSelector as in ${other.path}, or another name`,
            fix: write(`${identity.name}-2`, { or: `use one CloudCredentials for both clusters` }),
          },
        );
      }
    },
  },
  ...IDENTITY_FLEET_RULES,
  ...SHARED_NETWORK_RULES,
];

/** Reports addons that use the same cluster name as an addon of another cluster on the same cloud. */
function refuseSharedNames(
  clusters: readonly CloudSummary[],
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
          allowed: `a name that no other cluster on ${cloud} uses; ${owner} uses this one`,
          fix: `write clusterName: ${JSON.stringify(`${managementCluster}-${own}`)}`,
        },
      );
    }
  }
}

function isSameObject(a: CloudSummary, b: CloudSummary): boolean {
  return a.name === b.name && namespaceKey(a) === namespaceKey(b);
}
