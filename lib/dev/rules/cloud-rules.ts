import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { refuseSizeNumbers } from '../../cluster/rules/size-numbers';
import type { PoolSubject } from '../../cluster/rules/subjects';
import type { DevCloudModel, DevCluster } from '../model/cluster';

const BACKENDS = 'CAPI@v1.13.7:test/infrastructure/docker/internal/controllers/backends';

const CAPACITY =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md';

/** Rules on a cloud of containers or of machines in memory. */
export const CLOUD_RULES: readonly Rule<DevCloudModel>[] = [
  {
    id: 'dev-size',
    reason: 'An autoscaler counts what the nodes of a size would have.',
    source: CAPACITY,
    check(cloud, refuse) {
      refuseSizeNumbers(cloud, 'sizes', refuse);
    },
  },
  {
    id: 'dev-memory-cloud',
    reason: 'Machines in memory have neither failure domains nor a load balancer.',
    source: `${BACKENDS}/inmemory/inmemorycluster_backend.go`,
    check({ path, backend, failureDomains, loadBalancerImage }, refuse) {
      if (backend !== 'inMemory') return;
      const given = { failureDomains, loadBalancerImage };
      for (const [prop, value] of Object.entries(given)) {
        if (value === undefined) continue;
        refuse(
          { path, prop },
          {
            given: value,
            allowed: 'nothing with the backend "inMemory"',
            fix: leaveOut({ or: 'write backend: "docker"' }),
          },
        );
      }
    },
  },
];

/** Rules on the failure domains of a pool. */
export const FAILURE_DOMAIN_RULES: readonly Rule<PoolSubject<DevCluster>>[] = [
  {
    id: 'dev-failure-domain',
    reason:
      'A failure domain that the cluster does not have is a label of containers, and nothing else.',
    source: `${BACKENDS}/docker/dockermachine_backend.go`,
    check({ cluster: { cloud }, pool }, refuse) {
      // A rule on all clouds holds names against a list that there is.
      if (cloud.failureDomains !== undefined) return;
      const given = [
        ...(pool.failureDomain === undefined ? [] : [['failureDomain', pool.failureDomain]]),
        ...(pool.failureDomains ?? []).map((name, index) => [`failureDomains[${index}]`, name]),
      ];
      for (const [prop = '', name = ''] of given) {
        refuse(
          { path: pool.path, prop },
          {
            given: name,
            allowed: 'failureDomains of the cloud, which has none',
            fix: `write failureDomains: [${JSON.stringify(name)}] in the cloud, with the backend "docker"`,
          },
        );
      }
    },
  },
];
