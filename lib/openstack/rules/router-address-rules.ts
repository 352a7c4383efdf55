import { isAddress } from '../../base/cidr';
import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';

const ROUTER = 'CAPO@v0.14.7:pkg/cloud/services/networking/router.go';

/** Rules on the addresses of the router that Cluster API creates. */
export const ROUTER_ADDRESS_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'router-address-own',
    reason:
      'The provider sets addresses only on a router that it creates, in the external network.',
    source: ROUTER,
    check({ path, network, cloud }, refuse) {
      if (network.kind !== 'managed' || network.externalRouterIPs === undefined) return;
      const isOutside = cloud.externalNetwork?.kind !== 'none';
      if (network.router === undefined && isOutside) return;
      refuse(
        { path, prop: 'network.externalRouterIPs' },
        {
          given: network.externalRouterIPs,
          allowed: isOutside
            ? 'none with an existing router'
            : `none; ${cloud.path} has no external network`,
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'router-address',
    reason: 'The address of a router must be in the subnet; without one, Neutron chooses.',
    source: ROUTER,
    check({ path, network }, refuse) {
      if (network.kind !== 'managed') return;
      network.externalRouterIPs?.forEach(({ fixedIP }, index) => {
        if (fixedIP === undefined || isAddress(fixedIP)) return;
        refuse(
          { path, prop: `network.externalRouterIPs[${index}].fixedIP` },
          {
            given: fixedIP,
            allowed: 'an address of the subnet',
            fix: leaveOut({ ends: ' to let Neutron choose one' }),
          },
        );
      });
    },
  },
];
