import type { Rule } from '../../base/rule';
import { groupsOf, namespaceKey } from '../../cluster/rules/fleet-groups';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import type { CloudSummary } from './cloud-summary';

/** Rules across all clusters on vSphere. */
export const FLEET_RULES: readonly Rule<FleetSummary<CloudSummary>>[] = [
  {
    id: 'vsphere-identity-shared',
    reason:
      'The provider makes the VSphereCluster the owner of its Secret, rejects other clusters, and deletes it with the cluster.',
    source: 'CAPV@v1.16.1:controllers/vspherecluster_reconciler.go',
    check({ clusters }, refuse) {
      const keyOf = (one: CloudSummary) =>
        one.accountSecret === undefined ? undefined : `${namespaceKey(one)}/${one.accountSecret}`;
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        for (const { path, accountSecret } of others) {
          refuse(
            { path, prop: 'identity' },
            {
              given: accountSecret,
              allowed: `a Secret other than the one of ${first?.path}, which is in the same namespace`,
              fix: 'give the cluster a Secret of its own, or use VSphereIdentity.fromClusterIdentity(…) in both',
            },
          );
        }
      }
    },
  },
  {
    id: 'vsphere-zone-taken',
    reason:
      'Zones are cluster-scoped, so zones of one vCenter overwrite zones of another with the same name.',
    source: 'CAPV@v1.16.1:api/govmomi/v1beta2/vspheredeploymentzone_types.go',
    check({ clusters }, refuse) {
      const owners = new Map<string, CloudSummary>();
      const said = new Set<string>();
      for (const cluster of clusters) {
        for (const zone of cluster.writtenZones) {
          const key = `${cluster.managementCluster} ${zone}`;
          const owner = owners.get(key);
          if (owner === undefined) owners.set(key, cluster);
          if (owner === undefined || owner.cloud === cluster.cloud) continue;
          const place = `${cluster.cloud} ${key}`;
          if (said.has(place)) continue;
          said.add(place);
          refuse(
            { path: cluster.cloud, prop: 'zones' },
            {
              given: zone,
              allowed: `a name that no zone of ${owner.cloud} has, because clusters of both are on ${cluster.managementCluster}`,
              fix: `name it ${JSON.stringify(`${zone}-2`)}, or use one VCenter for both`,
            },
          );
        }
      }
    },
  },
  {
    id: 'volume-cluster-id-unique',
    reason:
      'The vCenter uses the identifier to distinguish the volumes of one cluster from those of another.',
    source: 'kubernetes-sigs/vsphere-csi-driver@v3.3.1:pkg/common/config/config.go',
    check({ clusters }, refuse) {
      const drivers = clusters.flatMap(({ server, volumeDrivers }) =>
        volumeDrivers.map((driver) => ({ ...driver, server })),
      );
      for (const [first, ...others] of groupsOf(drivers, ({ server, id }) => `${server} ${id}`)) {
        for (const { path, id } of others) {
          refuse(
            { path, prop: 'clusterId' },
            {
              given: id,
              allowed: `an identifier other than the one of ${first?.path} in the same vCenter`,
              fix: 'leave clusterId out, or write another text',
            },
          );
        }
      }
    },
  },
];
