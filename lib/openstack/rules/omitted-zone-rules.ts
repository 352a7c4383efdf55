import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ControlPlaneSubject } from './subjects';

/** Rules on control planes for which Nova picks the zone. */
export const OMITTED_ZONE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-zones-omitted',
    reason: 'A control plane for which Nova picks the zone is spread over none.',
    source: 'CAPO@v0.14.7:api/v1beta1/openstackcluster_types.go',
    check({ controlPlane: { path, failureDomains, omitAvailabilityZone } }, refuse) {
      if (!omitAvailabilityZone || (failureDomains ?? []).length === 0) return;
      refuse(
        { path, prop: 'failureDomains' },
        {
          given: failureDomains,
          allowed: 'no zones with omitAvailabilityZone',
          fix: leaveOut({ begins: 'leave one of the two out' }),
        },
      );
    },
  },
];
