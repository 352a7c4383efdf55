import { isAddress } from '../../base/cidr';
import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';

const ROUTER = 'CAPO@v0.14.7:pkg/cloud/services/networking/router.go';

/** Rules on addresses of the router that Cluster API makes. */
export const ROUTER_ADDRESS_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'router-address-own',
    reason: 'The provider gives addresses to the router that it makes, in the external network.',
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
            ? 'no addresses beside router, which exists'
            : `no addresses, as ${cloud.path} has no external network`,
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'router-address',
    reason: 'A router has an address of the subnet, or any.',
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
            fix: leaveOut({ ends: ' to have one that Neutron chooses' }),
          },
        );
      });
    },
  },
];
