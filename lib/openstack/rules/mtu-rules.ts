import { hasIPv6, podMtu, wrappingBytes } from '../../addons/model/pod-mtu';
import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { OpenStackCluster } from '../model/cluster';
import { machineFamilies } from '../model/machine-families';

const LEAST = { 4: 576, 6: 1280 } as const;
const CLUSTER_TYPES = 'CAPO@v0.14.7:api/v1beta1/openstackcluster_types.go';

/** Rules on the largest packets of networks that are known. */
export const MTU_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'network-mtu',
    reason:
      'Every host of an IPv4 network must take packets of 576 bytes, and of an IPv6 network 1280.',
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
              ? 'write what the network has, such as 1450'
              : leaveOut({ ends: ' to have the largest packet that the cloud allows' }),
        },
      );
    },
  },
  {
    id: 'pod-mtu',
    reason: 'Packets of pods are smaller by what the network plugin wraps them in.',
    source: 'projectcalico/calico@v3.30.2:felix/dataplane/linux/int_dataplane.go',
    check(cluster, refuse) {
      const { path, network, podCidrs, cni } = cluster;
      const mtu = podMtu(cluster);
      if (mtu === undefined || cni === undefined || !isWholeNumber(network.mtu, LEAST[4])) return;
      const least = LEAST[hasIPv6(podCidrs) ? 6 : 4];
      if (mtu >= least) return;
      const bytes = wrappingBytes(cni, podCidrs);
      refuse(
        { path, prop: 'network.mtu' },
        {
          given: network.mtu,
          allowed: `at least ${least + bytes} bytes, as packets of ${least} bytes get ${bytes} more between nodes`,
          fix: `write ${least + bytes} or more`,
        },
      );
    },
  },
];
