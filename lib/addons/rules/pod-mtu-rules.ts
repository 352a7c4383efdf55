import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { EquippedCluster } from '../model/cluster';
import { hasIPv6, podMtu, wrappingBytes } from '../model/pod-mtu';

const LEAST = { 4: 576, 6: 1280 } as const;

/** Rules on the MTU of pods, where the MTU of the network is known. */
export const POD_MTU_RULES: readonly Rule<EquippedCluster>[] = [
  {
    id: 'pod-mtu',
    reason:
      'The MTU of pods is smaller than that of the network by the encapsulation overhead of the network plugin.',
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
          allowed: `at least ${least + bytes} bytes: ${least} bytes for packets of pods, ${bytes} bytes for their encapsulation`,
          fix: `write ${least + bytes} or more`,
        },
      );
    },
  },
];
