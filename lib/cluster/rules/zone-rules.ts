import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import type { PoolModel } from '../model/node-pool';
import { zoneParts, zoneSuffix } from '../model/pool-zones';
import { MOST_LABEL } from './names';
import { zoneFinding } from './placement-rules';
import type { PoolSubject } from './subjects';

const ZONES = 'CAPI@v1.14.0:docs/book/src/developer/providers/contracts/infra-cluster.md';

/** Rules on pools in several zones. */
export const POOL_ZONE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-zones',
    reason: 'A cloud cannot create machines in a failure domain that it does not have.',
    source: ZONES,
    check({ cluster, pool: { path, failureDomains = [] } }, refuse) {
      const { failureDomains: known, path: cloud } = cluster.cloud;
      for (const zone of failureDomains) {
        if (known === undefined ? zoneSuffix(zone) !== '' : known.includes(zone)) continue;
        const place = { path, prop: 'failureDomains' };
        refuse(place, zoneFinding(zone, known, cloud, failureDomains));
      }
    },
  },
  {
    id: 'pool-zones-distinct',
    reason: 'A pool has one MachineDeployment in each of its zones, which is named after the zone.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ pool: { path, failureDomains = [] } }, refuse) {
      const suffixes = failureDomains.map(zoneSuffix);
      const isDistinct = suffixes.every((suffix, index) => suffixes.indexOf(suffix) === index);
      if (isDistinct && failureDomains.length > 0) return;
      refuse(
        { path, prop: 'failureDomains' },
        {
          given: failureDomains,
          allowed: 'at least one zone, and each only once',
          fix: isDistinct ? leaveOut() : write(distinct(failureDomains)),
        },
      );
    },
  },
  {
    id: 'pool-zone-or-zones',
    reason: 'A machine is in only one availability zone.',
    source: ZONES,
    check({ pool: { path, failureDomain, failureDomains = [] } }, refuse) {
      if (failureDomain === undefined) return;
      refuse(
        { path, prop: 'failureDomain' },
        {
          given: failureDomain,
          allowed: `none; failureDomains (${quotedList(failureDomains)}) sets the zones`,
          fix: leaveOut({ begins: 'leave one of the two out' }),
        },
      );
    },
  },
  {
    id: 'pool-zones-room',
    reason: 'The autoscaler skips a zone that can have no machine.',
    source:
      'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_nodegroup.go',
    check({ pool: { path, autoscale, failureDomains = [] } }, refuse) {
      const { length } = failureDomains;
      if (autoscale === undefined || autoscale.maxSize >= length || autoscale.maxSize < 1) return;
      refuse(
        { path, prop: 'autoscale.maxSize' },
        {
          given: autoscale.maxSize,
          allowed: `at least one machine for each of the ${length} failureDomains, which share the number`,
          fix: write(length, { or: 'leave zones out' }),
        },
      );
    },
  },
  {
    id: 'pool-zone-name',
    reason:
      'The MachineDeployment of each zone is named after it, and its name must fit into a label value.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ pool }, refuse) {
      if (pool.deploymentName.length > MOST_LABEL) return;
      const zones = pool.failureDomains ?? [];
      zoneParts(pool).forEach(({ deploymentName }, index) => {
        const excess = deploymentName.length - MOST_LABEL;
        if (excess <= 0) return;
        refuse(
          { path: pool.path, prop: 'failureDomains' },
          {
            given: zones[index],
            allowed: `zones with which ${JSON.stringify(`${pool.deploymentName}-<zone>`)} has at most ${MOST_LABEL} characters`,
            fix: `shorten the name of the pool or the cluster by ${excess}`,
          },
        );
      });
    },
  },
  {
    id: 'pool-zone-taken',
    reason: 'Two pools whose MachineDeployments have the same name overwrite each other.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/api/owner-references.md',
    check({ cluster, pool }, refuse) {
      const names = new Set(zoneParts(pool).map(({ deploymentName }) => deploymentName));
      const other = cluster.pools.find((one) => one.name !== pool.name && hasOneOf(one, names));
      if (other === undefined) return;
      refuse(
        { path: pool.path, prop: 'name' },
        {
          given: pool.name,
          allowed: `a name that, with a zone, matches no MachineDeployment of the pool ${JSON.stringify(other.name)}`,
          fix: 'rename one of the two',
        },
      );
    },
  },
];

function distinct(zones: readonly string[]): readonly string[] {
  const suffixes = zones.map(zoneSuffix);
  return zones.filter((_, index) => suffixes.indexOf(suffixes[index] ?? '') === index);
}

function hasOneOf(pool: PoolModel, names: ReadonlySet<string>): boolean {
  return zoneParts(pool).some(({ deploymentName }) => names.has(deploymentName));
}
