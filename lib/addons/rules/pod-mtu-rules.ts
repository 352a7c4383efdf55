import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { EquippedCluster } from '../model/cluster';
import { hasIPv6, podMtu, wrappingBytes } from '../model/pod-mtu';

const LEAST = { 4: 576, 6: 1280 } as const;

/** Rules on the largest packets of pods, where those of the network are known. */
export const POD_MTU_RULES: readonly Rule<EquippedCluster>[] = [
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
