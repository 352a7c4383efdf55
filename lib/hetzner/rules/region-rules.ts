import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import type { HetznerCluster } from '../model/cluster';
import { balancerOf } from '../model/endpoint';
import { regionsBeside, zoneOf } from '../model/region';
import { refuseRepeated } from './names';
import { CLUSTER_WEBHOOK } from './sources';

/** Rules for the regions of a cluster. */
export const HETZNER_REGION_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-regions',
    reason: 'The webhook rejects a cluster without a region for its control plane.',
    source: CLUSTER_WEBHOOK,
    check({ path, controlPlaneRegions }, refuse) {
      const place = { path, prop: 'controlPlaneRegions' };
      refuseRepeated(controlPlaneRegions, place, refuse);
      if (controlPlaneRegions.length > 0) return;
      refuse(place, { given: [], allowed: 'at least one region', fix: write(['fsn1']) });
    },
  },
  {
    id: 'hetzner-region-zone',
    reason:
      'The servers of a private network, or behind a load balancer, must be in one network zone.',
    source: CLUSTER_WEBHOOK,
    check({ path, controlPlaneRegions }, refuse) {
      const [first = ''] = controlPlaneRegions;
      const fitting = controlPlaneRegions.filter((region) => zoneOf(region) === zoneOf(first));
      if (fitting.length === controlPlaneRegions.length) return;
      refuse(
        { path, prop: 'controlPlaneRegions' },
        {
          given: controlPlaneRegions,
          allowed: `regions of one network zone, such as ${quotedList(regionsBeside(first))}`,
          fix: write(fitting),
        },
      );
    },
  },
  {
    id: 'hetzner-balancer-zone',
    reason: 'A load balancer reaches only servers in its own network zone.',
    source: 'docs.hetzner.com@2026:cloud/load-balancers/faq',
    check({ path, controlPlaneRegions, endpoint }, refuse) {
      const region = balancerOf(endpoint)?.region;
      const [first] = controlPlaneRegions;
      if (region === undefined || first === undefined || zoneOf(region) === zoneOf(first)) return;
      refuse(
        { path, prop: 'endpoint.region' },
        {
          given: region,
          allowed: `a region of ${zoneOf(first)}, where the control plane is: ${quotedList(regionsBeside(first))}`,
          fix: write(first),
        },
      );
    },
  },
];
