import { leaveOut, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import { sizeOf } from '../../cluster/model/cloud';
import type { HetznerCluster } from '../model/cluster';
import { REGIONS, regionsBeside, zoneOf } from '../model/region';
import { NETWORKS, SERVERS } from './sources';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

const SOLD = 'Hetzner cannot create a server in a region where its type is not available.';

/** Rules for the regions of control planes. */
export const CONTROL_PLANE_PLACE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'hcloud-type-sold',
    reason: SOLD,
    source: SERVERS,
    check({ cluster, controlPlane }, refuse) {
      const regions = cluster.controlPlaneRegions;
      refuseUnsold(cluster, controlPlane, { regions, prop: 'controlPlaneRegions' }, refuse);
    },
  },
];

/** Rules for the regions of pools. */
export const POOL_PLACE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'hcloud-pool-region',
    reason: 'A failure domain is the region in which the provider creates the servers of the pool.',
    source: SERVERS,
    check({ pool }, refuse) {
      for (const [prop, region] of statedRegions(pool)) {
        if (zoneOf(region) !== undefined) continue;
        const close = closestWord(
          region,
          REGIONS.filter((one) => !(pool.failureDomains ?? []).includes(one)),
        );
        refuse(
          { path: pool.path, prop },
          {
            given: region,
            allowed: `a region: ${quotedList(REGIONS)}`,
            fix: close === undefined ? leaveOut() : write(close),
          },
        );
      }
    },
  },
  {
    id: 'hcloud-pool-zone',
    reason: 'A private network and its servers must be in one network zone.',
    source: NETWORKS,
    check({ cluster: { network, controlPlaneRegions }, pool }, refuse) {
      const [first] = controlPlaneRegions;
      if (network.kind !== 'managed' || first === undefined) return;
      for (const [prop, region] of statedRegions(pool)) {
        const zone = zoneOf(region);
        if (zone === undefined || zone === zoneOf(first)) continue;
        const beside = regionsBeside(first);
        refuse(
          { path: pool.path, prop },
          {
            given: region,
            allowed: `a region of ${zoneOf(first)}, where the network is: ${quotedList(beside)}`,
            fix: leaveOut({ or: 'move the pool to a separate cluster there' }),
          },
        );
      }
    },
  },
  {
    id: 'hcloud-pool-type-sold',
    reason: SOLD,
    source: SERVERS,
    check({ cluster, pool }, refuse) {
      const stated = statedRegions(pool).map(([, region]) => region);
      const regions = stated.length > 0 ? stated : cluster.controlPlaneRegions;
      refuseUnsold(cluster, pool, { regions, prop: 'failureDomains' }, refuse);
    },
  },
];

/** Refuses a server type that is not available in all regions of its machines. */
function refuseUnsold(
  { cloud }: HetznerCluster,
  { path, size }: { readonly path: string; readonly size: string },
  { regions, prop }: { readonly regions: readonly string[]; readonly prop: string },
  refuse: Refuse,
): void {
  const sold: readonly string[] | undefined = sizeOf(cloud, size)?.regions;
  if (sold === undefined || sold.length === 0) return;
  const missing = regions.filter(
    (region) => zoneOf(region) !== undefined && !sold.includes(region),
  );
  if (missing.length === 0) return;
  refuse(
    { path, prop: 'serverType' },
    {
      given: size,
      allowed: `a type that is available in ${quotedList(missing)}; ${size} is available only in ${quotedList(sold)}`,
      fix: `write ${prop}: ${JSON.stringify(sold)}, or another server type`,
    },
  );
}

function statedRegions({
  failureDomain,
  failureDomains = [],
}: PoolSubject['pool']): readonly (readonly [prop: string, region: string])[] {
  return [
    ...(failureDomain === undefined ? [] : [['failureDomain', failureDomain] as const]),
    ...failureDomains.map((region) => ['failureDomains', region] as const),
  ];
}
