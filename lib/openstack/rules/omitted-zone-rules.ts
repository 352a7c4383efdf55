import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ControlPlaneSubject } from './subjects';

/** Rules on control planes for which Nova chooses the zone. */
export const OMITTED_ZONE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-zones-omitted',
    reason: 'A control plane is not spread over zones if Nova chooses the zone.',
    source: 'CAPO@v0.14.7:api/v1beta1/openstackcluster_types.go',
    check({ controlPlane: { path, failureDomains, omitAvailabilityZone } }, refuse) {
      if (!omitAvailabilityZone || (failureDomains ?? []).length === 0) return;
      refuse(
        { path, prop: 'failureDomains' },
        {
          given: failureDomains,
          allowed: 'none with omitAvailabilityZone',
          fix: leaveOut({ begins: 'leave one of the two out' }),
        },
      );
    },
  },
];
