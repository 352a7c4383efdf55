import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { refuseSizeNumbers } from '../../cluster/rules/size-numbers';
import type { PoolSubject } from '../../cluster/rules/subjects';
import type { DevCloudModel, DevCluster } from '../model/cluster';

const BACKENDS = 'CAPI@v1.13.7:test/infrastructure/docker/internal/controllers/backends';

const CAPACITY =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md';

/** Rules for a development cloud. */
export const CLOUD_RULES: readonly Rule<DevCloudModel>[] = [
  {
    id: 'dev-size',
    reason: 'The autoscaler estimates the capacity of new nodes from the size.',
    source: CAPACITY,
    check(cloud, refuse) {
      refuseSizeNumbers(cloud, 'sizes', refuse);
    },
  },
  {
    id: 'dev-memory-cloud',
    reason: 'In-memory machines have neither failure domains nor a load balancer.',
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
            allowed: 'none with the backend "inMemory"',
            fix: leaveOut({ or: 'write backend: "docker"' }),
          },
        );
      }
    },
  },
];

/** Rules for the failure domains of a pool. */
export const FAILURE_DOMAIN_RULES: readonly Rule<PoolSubject<DevCluster>>[] = [
  {
    id: 'dev-failure-domain',
    reason: 'A failure domain that the cluster does not have is only a label on containers.',
    source: `${BACKENDS}/docker/dockermachine_backend.go`,
    check({ cluster: { cloud }, pool }, refuse) {
      // If the cloud has a list, a rule for all clouds checks the names against it.
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
            allowed: 'one of the failureDomains of the cloud, which has none',
            fix: `write failureDomains: [${JSON.stringify(name)}] in the cloud, with the backend "docker"`,
          },
        );
      }
    },
  },
];
