import { formatBytes, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { Rule } from '../../base/rule';
import { sizeOf } from '../../cluster/model/cloud';
import type { ControlPlaneSubject } from './subjects';

const LEAST_MEMORY = 1700 * MEBIBYTE;

/** Rules for the size of control plane machines. */
export const CONTROL_PLANE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'vm-control-plane-memory',
    reason: 'kubeadm refuses to set up a control plane on a machine with less memory.',
    source: 'kubernetes/kubernetes@master:cmd/kubeadm/app/constants/constants.go',
    check({ cluster, controlPlane: { path, size } }, refuse) {
      const memory = sizeOf(cluster.cloud, size)?.memory;
      if (memory === undefined || (tryParseBytes(memory) ?? LEAST_MEMORY) >= LEAST_MEMORY) return;
      refuse(
        { path, prop: 'size' },
        {
          given: size,
          allowed: `a size with at least ${formatBytes(LEAST_MEMORY)} of memory; this one has ${memory}`,
          fix: 'use a larger size',
        },
      );
    },
  },
];
