import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { OpenStackCluster } from '../model/cluster';
import { machineFamilies } from '../model/machine-families';

const LEAST = { 4: 576, 6: 1280 } as const;
const CLUSTER_TYPES = 'CAPO@v0.14.7:api/v1beta1/openstackcluster_types.go';

/** Rules on the MTU of networks. */
export const MTU_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'network-mtu',
    reason:
      'Every host must accept packets of 576 bytes on an IPv4 network, and of 1280 bytes on an IPv6 network.',
    source: CLUSTER_TYPES,
    check({ path, network }, refuse) {
      if (network.mtu === undefined) return;
      const least = LEAST[machineFamilies(network)?.has(6) ? 6 : 4];
      if (isWholeNumber(network.mtu, least, 65_535)) return;
      refuse(
        { path, prop: 'network.mtu' },
        {
          given: network.mtu,
          allowed: `an integer from ${least} to 65535 bytes`,
          fix:
            network.kind === 'adopted'
              ? 'write the MTU of the network, such as 1450'
              : leaveOut({ ends: ' to use the largest MTU that the cloud allows' }),
        },
      );
    },
  },
];
