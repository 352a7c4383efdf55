import { write } from '../../base/fix';
import { formatBytes, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { Rule } from '../../base/rule';
import { sizeOf } from '../../cluster/model/cloud';
import { isDiskless, USUAL_ROOT_GIB } from './flavor-of';
import type { ControlPlaneSubject, ServerSubject } from './subjects';
import { needsVolumeZone } from './volume-zone-rules';

const LEAST_CPUS = 2;
const LEAST_MEMORY = 1700 * MEBIBYTE;
const KUBEADM = 'kubernetes/kubernetes@master:cmd/kubeadm/app/constants/constants.go';

/** Rules on the disk that servers boot from. */
export const BOOT_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'disk-to-boot-from',
    reason: 'Nova does not create a server with a diskless flavor, unless it boots from a volume.',
    source: 'openstack/nova@master:nova/policies/servers.py',
    check({ cluster, machine }, refuse) {
      const { path, size: flavor, rootVolume } = machine;
      if (rootVolume !== undefined || !isDiskless(cluster.cloud, flavor)) return;
      refuse(
        { path, prop: 'rootVolume' },
        {
          given: undefined,
          allowed: `a volume, because ${JSON.stringify(flavor)} has no disk`,
          fix: write(
            needsVolumeZone(cluster, machine)
              ? { sizeGiB: USUAL_ROOT_GIB, availabilityZone: 'machine' }
              : { sizeGiB: USUAL_ROOT_GIB },
            { begins: 'write rootVolume:', or: 'use a flavor with a disk' },
          ),
        },
      );
    },
  },
];

/** Rules on the size of control-plane machines. */
export const CONTROL_PLANE_SIZE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-size',
    reason: 'kubeadm requires at least 2 CPUs and 1700 MiB of memory for a control plane.',
    source: KUBEADM,
    check({ cluster, controlPlane: { path, size: flavor } }, refuse) {
      const size = sizeOf(cluster.cloud, flavor);
      if (size === undefined) return;
      const memory = tryParseBytes(size.memory) ?? LEAST_MEMORY;
      if (size.cpus >= LEAST_CPUS && memory >= LEAST_MEMORY) return;
      refuse(
        { path, prop: 'flavor' },
        {
          given: flavor,
          allowed: `a flavor with at least ${LEAST_CPUS} CPUs and ${formatBytes(LEAST_MEMORY)} of memory; this one has ${size.cpus} and ${size.memory}`,
          fix: 'use a larger flavor',
        },
      );
    },
  },
];
