import type { Rule } from '../../base/rule';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { takenTwice } from '../../cluster/rules/taken-addresses';

/** Rules on addresses that only one cluster can have. */
export const FLEET_ADDRESS_RULES: readonly Rule<FleetSummary>[] = [
  {
    id: 'endpoint-unique',
    reason: 'An address and port can lead to only one API server.',
    source: 'CAPI@v1.14.0:docs/book/src/developer/providers/contracts/infra-cluster.md',
    check({ clusters }, refuse) {
      for (const { taken, cluster, owner } of takenTwice(clusters, (one) => one.addresses)) {
        const { prop, address } = taken;
        refuse(
          { path: cluster.path, prop },
          {
            given: address,
            allowed: `an address or host other than that of ${owner.path}`,
            fix: 'give it an address or host of its own',
          },
        );
      }
    },
  },
];
